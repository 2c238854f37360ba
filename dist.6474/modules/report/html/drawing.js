import { parseHTML } from 'linkedom';
/** Widths of the figures in the file, pixels: what the page shows until its script draws them anew, or without it. */
export const serverWidth = { full: 1088, column: 524, timeline: 920 };
/** Draws charts without a screen and turns them into text that is the same for the same data. */
export class Drawing {
    // safe: Plot uses only what linkedom's document has; the pictures are looked at in the tests.
    document = parseHTML('<html><body></body></html>').document;
    #clipCount = 0;
    /** The SVG as text, hidden from screen readers as the page's script does it (page/quiet.ts); clip paths are numbered per page, because Plot numbers them per process. */
    markup(svg) {
        const ids = new Map();
        const numbered = svg.outerHTML.replace(/plot-clip-\d+/g, (id) => {
            const known = ids.get(id) ?? `static-clip-${++this.#clipCount}`;
            ids.set(id, known);
            return known;
        });
        return numbered
            .replace(/^<svg/, '<svg aria-hidden="true"')
            .replace(/ aria-label="[^"]*"/g, '')
            .replace(/<style>[\s\S]*?<\/style>/g, '')
            .replace(/ (?:d|[xy][12]?|width|height|transform)="[^"]*"/g, (attribute) => attribute.replace(/-?\d+\.\d{2,}/g, rounded));
    }
}
/** Tenths of a pixel are enough, and a third of the bytes. */
function rounded(number) {
    return String(Number(Number(number).toFixed(1)));
}
