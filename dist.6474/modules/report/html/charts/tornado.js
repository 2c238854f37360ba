import * as Plot from '@observablehq/plot';
import { baseOptions, fitTexts, marginsOf, textWidth } from './canvas.js';
const rowPixels = 40;
const margin = { top: 26, right: 46, bottom: 8, left: 46 };
/** How much of the difference between the policies goes with each input, to both sides of no effect. */
export function drawTornado({ winner, bars }, canvas) {
    const inner = canvas.width - margin.left - margin.right;
    const shown = fitTexts(bars.map(({ name, detail }) => `${name}: ${detail}`), canvas.width);
    const heads = [`← larger hurts ${winner}`, `larger helps ${winner} →`];
    const isRoomy = heads.every((text) => textWidth(text) < canvas.width / 2 - 8);
    const [left, right] = isRoomy ? heads : ['← larger hurts', 'larger helps →'];
    const rows = bars.map((bar, index) => ({ ...bar, text: shown[index], y: rowPixels * index }));
    const head = (text, textAnchor, dx) => Plot.text([text], { x: 0, y: 0, text: (one) => one, textAnchor, dx, dy: -14, fill: 'var(--ink3)' });
    return Plot.plot({
        ...baseOptions(canvas),
        height: margin.top + margin.bottom + rowPixels * bars.length,
        ...marginsOf(margin),
        x: { domain: [-1, 1], range: [margin.left, margin.left + inner], axis: null },
        y: { domain: [0, rowPixels * bars.length], range: [margin.top, margin.top + rowPixels * bars.length], axis: null },
        marks: [
            Plot.ruleX([0], { stroke: 'var(--ink)' }),
            ...barMarks(rows),
            head(left, 'end', -6),
            head(right, 'start', 6),
        ],
    });
}
/** The name above its bar, and the number at its end. */
function barMarks(rows) {
    const barY = ({ y }) => y + 27;
    const names = {
        x: -1,
        y: 'y',
        dx: -margin.left,
        dy: 10,
        text: 'text',
        textAnchor: 'start',
        fill: 'var(--ink)',
    };
    const values = [-1, 1].map((side) => Plot.text(rows.filter(({ effect }) => effect < 0 === side < 0), {
        x: 'effect',
        y: barY,
        text: ({ effect }) => effectText(effect),
        textAnchor: side < 0 ? 'end' : 'start',
        dx: 5 * side,
        fill: 'var(--ink)',
        fontWeight: 600,
    }));
    const bars = Plot.rect(rows, {
        x1: ({ effect }) => Math.min(0, effect),
        x2: ({ effect }) => Math.max(0, effect),
        y1: (row) => barY(row) - 7,
        y2: (row) => barY(row) + 6,
        fill: 'var(--link)',
        fillOpacity: 0.75,
        title: 'text',
    });
    return [bars, Plot.text(rows, { ...names, stroke: 'var(--bg)', strokeWidth: 4 }), ...values];
}
/** A sign beside the side, so that no side is known by place alone. */
function effectText(effect) {
    const size = Math.abs(effect).toFixed(2);
    if (Number(size) === 0)
        return '0';
    return effect < 0 ? `\u2212${size}` : `+${size}`;
}
