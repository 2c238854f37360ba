import type { ChartDocument } from './charts/canvas.js';
/** Widths of the figures in the file, pixels: what the page shows until its script draws them anew, or without it. */
export declare const serverWidth: {
    readonly full: 1088;
    readonly column: 524;
    readonly timeline: 920;
};
/** Draws charts without a screen and turns them into text that is the same for the same data. */
export declare class Drawing {
    #private;
    readonly document: ChartDocument;
    /** The SVG as text, hidden from screen readers as the page's script does it (page/quiet.ts); clip paths are numbered per page, because Plot numbers them per process. */
    markup(svg: {
        readonly outerHTML: string;
    }): string;
}
