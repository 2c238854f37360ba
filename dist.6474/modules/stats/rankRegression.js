import { leastSquares } from './leastSquares.js';
/** Ranks from 1, equal values share the mean of theirs; `compare` orders two values. */
export function ranksOf(values, compare) {
    const order = values.map((_, index) => index).sort((a, b) => compare(values[a], values[b]));
    const ranks = new Array(values.length).fill(0);
    for (let begin = 0; begin < order.length;) {
        let end = begin + 1;
        while (end < order.length && compare(values[order[begin]], values[order[end]]) === 0)
            end++;
        for (const index of order.slice(begin, end))
            ranks[index] = (begin + 1 + end) / 2;
        begin = end;
    }
    return ranks;
}
/**
 * The share of the ranks' spread that goes with each input when the others are held: standardised coefficients of a linear
 * regression of `output` on all `inputs`, -1..1 for inputs that were drawn independently.
 *
 * Problem: which input moves a result, when it may move it along any rising or falling curve? On ranks such a curve is a line.
 * @param inputs [input][observation] ranks @param output [observation] ranks
 * @returns [input]; 0 for one that never varies; null for all where the inputs cannot be told apart, as with fewer observations
 * @see Saltelli, Chan, Scott, "Sensitivity Analysis" (2000), chapter 2: standardised rank regression coefficients
 */
export function rankEffects(inputs, output) {
    const varying = inputs.filter(hasSpread);
    const effects = hasSpread(output)
        ? leastSquares(standardised(output), varying.map(standardised))?.coefficients
        : varying.map(() => 0);
    let next = 0;
    return inputs.map((input) => (hasSpread(input) ? (effects?.[next++] ?? null) : 0));
}
/** Pearson's; 0 where one does not vary. */
export function correlation(a, b) {
    const [meanA, meanB] = [meanOf(a), meanOf(b)];
    let [ab, aa, bb] = [0, 0, 0];
    for (const [index, value] of a.entries()) {
        ab += (value - meanA) * (b[index] - meanB);
        aa += (value - meanA) ** 2;
        bb += (b[index] - meanB) ** 2;
    }
    return aa === 0 || bb === 0 ? 0 : ab / Math.sqrt(aa * bb);
}
function meanOf(values) {
    return values.reduce((sum, value) => sum + value, 0) / values.length;
}
function hasSpread(values) {
    return values.some((value) => value !== values[0]);
}
/** With mean 0 and standard deviation 1. */
function standardised(values) {
    const mean = meanOf(values);
    const deviation = Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
    return values.map((value) => (value - mean) / deviation);
}
