import { unitOf } from './unitOf.js';
const width = 104;
const inset = 5;
/** Logarithmic for latencies, from the smallest to the largest mean, interval end and limit. */
export function stripScale(measure, { candidates }) {
    const limit = candidates[0]?.limits.find((one) => one.measure === measure)?.limit;
    const isLog = unitOf(measure) === 'ms';
    const values = candidates.flatMap(({ policy }) => {
        const { mean, low, high } = policy.measures[measure] ?? { mean: null, low: null, high: null };
        return [mean, low, high].filter((value) => value !== null);
    });
    const all = [...values, ...(limit === undefined || Number.isNaN(limit) ? [] : [limit])].filter((value) => !isLog || value > 0);
    const scaled = (value) => (isLog ? Math.log(value) : value);
    const [low, high] = [Math.min(...all.map(scaled)), Math.max(...all.map(scaled))];
    const place = (value) => {
        if (isLog && value <= 0)
            return inset;
        const share = high > low ? (scaled(value) - low) / (high - low) : 0.5;
        return Number((inset + Math.min(1, Math.max(0, share)) * (width - 2 * inset)).toFixed(1));
    };
    return { place: (value) => (all.length === 0 ? undefined : place(value)), limit };
}
/** The policy's dot and interval among the other policies' dots, the limit dashed. */
export function stripSvg(candidate, measure, { candidates }, { place, limit }) {
    const aggregate = candidate.policy.measures[measure];
    const { color } = candidate.style;
    const parts = [`<line x1="0" x2="${width}" y1="6" y2="6" stroke="var(--rule)" stroke-width="1.5"/>`];
    const others = [];
    for (const other of candidates) {
        const mean = other === candidate ? null : (other.policy.measures[measure]?.mean ?? null);
        const x = mean === null ? undefined : place(mean);
        if (x !== undefined)
            others.push(`<circle cx="${x}" cy="6" r="2"/>`);
    }
    if (others.length > 0)
        parts.push(`<g fill="var(--ink3)" fill-opacity=".45">${others.join('')}</g>`);
    const limitX = limit === undefined ? undefined : place(limit);
    if (limitX !== undefined) {
        parts.push(`<line x1="${limitX}" x2="${limitX}" y1="0" y2="12" stroke="var(--bad)" stroke-width="1.3" stroke-dasharray="2 1.5"/>`);
    }
    if (aggregate !== undefined)
        parts.push(ownMarks(aggregate, color, place));
    return `<svg width="${width}" height="12" viewBox="0 0 ${width} 12" aria-hidden="true">${parts.join('')}</svg>`;
}
function ownMarks({ mean, low, high, reason }, color, place) {
    if (mean === null) {
        // Beyond everything on the scale: an arrow at its end.
        return reason === 'unanswered' ? `<path d="M${width - 8},1.5L${width},6L${width - 8},10.5Z" fill="${color}"/>` : '';
    }
    const x = place(mean);
    if (x === undefined)
        return '';
    const [from, to] = [low === null ? undefined : place(low), high === null ? undefined : place(high)];
    const bar = from === undefined || to === undefined
        ? ''
        : `<line x1="${from}" x2="${to}" y1="6" y2="6" stroke="${color}" stroke-width="3" stroke-opacity=".5"/>`;
    return `${bar}<circle cx="${x}" cy="6" r="3.6" fill="${color}"/>`;
}
