import { placeClass } from '../policyStyle.js';
/** Marks that fade while another policy is shown alone. */
export function markClass(place) {
    return `d ${placeClass(place)}`;
}
/** Options of a symbol. The line of a hollow one adds to its size. */
export function symbolOptions({ color, symbol, isHollow }, radius) {
    return isHollow
        ? { symbol, r: radius * 0.75, fill: 'var(--bg)', stroke: color, strokeWidth: 1.5 }
        : { symbol, r: radius, fill: color, stroke: 'var(--bg)', strokeWidth: 1 };
}
/** A thin line from a point to its label, in pixels of the picture; null where none is needed. */
export function leaderMark(to, { className, color, from, }) {
    if (to === undefined)
        return null;
    return (_index, _scales, _values, _dimensions, context) => {
        const line = context.document.createElementNS('http://www.w3.org/2000/svg', 'line');
        const attributes = { class: className, x1: from[0], y1: from[1], x2: to[0], y2: to[1], stroke: color };
        for (const [name, value] of Object.entries(attributes))
            line.setAttribute(name, typeof value === 'number' ? value.toFixed(1) : value);
        line.setAttribute('stroke-opacity', '.6');
        return line;
    };
}
