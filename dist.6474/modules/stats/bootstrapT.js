import { openStream } from '../random/keyedStream.js';
/** Draws of runs with replacement, of which the tails of the studentised mean are read. */
const drawCount = 2000;
/**
 * Sorted studentised means of resamples: (mean* - mean) / (s* / sqrt(n)), for the bootstrap-t interval.
 *
 * Problem: the mean of a skewed measure has a skewed error, so +- t misses on one side far more often than 2.5 %.
 * Idea: draw runs with replacement, and read from the draws how far the mean strays in units of its own error, each side for
 * itself. A draw of one run only has no error: it counts as infinitely far on its side.
 * Cost: 2,000 n multiplications and a sort. The draws depend on n alone, so the same runs give the same bytes.
 * @param values at least two that are not all equal
 * @see Efron and Tibshirani, "An Introduction to the Bootstrap" (1993), section 12.5
 */
export function studentisedMeans(values) {
    const n = values.length;
    const mean = values.reduce((sum, value) => sum + value, 0) / n;
    // Centred values: their mean is the distance, and no digits cancel in the squares.
    const centred = values.map((value) => value - mean);
    const squares = centred.reduce((sum, value) => sum + value * value, 0);
    const draws = drawsOf(n);
    const found = new Float64Array(drawCount);
    for (let draw = 0; draw < drawCount; draw++) {
        let [sum, sumOfSquares] = [0, 0];
        for (let place = draw * n; place < (draw + 1) * n; place++) {
            const value = centred[draws[place]];
            sum += value;
            sumOfSquares += value * value;
        }
        const distance = sum / n;
        const variance = (sumOfSquares - n * distance * distance) / (n - 1);
        // Below this all drawn runs are equal up to rounding.
        const isFlat = variance <= 1e-12 * squares;
        const isCentred = distance * distance <= 1e-24 * squares;
        found[draw] = isFlat ? (isCentred ? 0 : distance * Number.POSITIVE_INFINITY) : distance / Math.sqrt(variance / n);
    }
    return found.sort();
}
/** The value below which a share `probability` of the sorted draws lies. */
export function drawnQuantile(sorted, probability) {
    const place = Math.round(probability * (sorted.length + 1)) - 1;
    return sorted[Math.min(sorted.length - 1, Math.max(0, place))];
}
/** The draws of the run count asked last: every measure of a scenario has the same. */
let kept;
/** [draw x n + place] which run is drawn. */
function drawsOf(n) {
    if (kept?.n === n)
        return kept.draws;
    const stream = openStream({ seed: 0, replication: n, owner: 'intervals', purpose: 'bootstrap' });
    const draws = Uint32Array.from({ length: drawCount * n }, () => stream.below(n));
    kept = { n, draws };
    return draws;
}
