import { parseThresholdExpression } from './thresholdExpression.js';
/** Thresholds by how far they are missed: without a value first, then by the distance from the limit as a share of it. */
export function worstFirst(thresholds) {
    // Array.sort is stable: equals stay in the order of the scenario.
    return [...thresholds].sort((a, b) => {
        const [first, second] = [missRatio(a), missRatio(b)];
        return first === second ? 0 : second - first;
    });
}
/** How far it is missed as a share of the limit: infinite without a value, -1 for one that is kept. */
export function missRatio({ ok, value, expression }) {
    if (ok)
        return -1;
    if (value === null)
        return Number.POSITIVE_INFINITY;
    const limit = parseThresholdExpression(expression)?.limit ?? 0;
    return Math.abs(value - limit) / Math.max(Math.abs(limit), Number.MIN_VALUE);
}
