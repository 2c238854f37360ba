/**
 * What a comparison may say of b against a.
 *
 * `not judged`: the measure is none of those that the pair is judged by; its interval stands alone.
 */
export const verdicts = ['better', 'worse', 'no difference that matters', 'undecided', 'not judged'];
/** Differences within this share of a's mean do not matter; of a share that should be 1, within this share of what may be missing. */
const indifferenceRatio = 0.02;
/**
 * The largest difference that does not matter.
 *
 * 2 % of a good share near 1 would hide any miss: 0.9993 and 0.9932 are an error budget used 0.7 and 6.8 times at an
 * objective of 0.999. There the margin counts from what the objective allows to be missing, or without one what is missing at a.
 */
export function marginOf({ referenceMean, isGoodShare, objective, }) {
    return indifferenceRatio * Math.abs(isGoodShare ? 1 - (objective ?? referenceMean) : referenceMean);
}
/** Whether all of the interval of b - a lies where a difference does not matter. */
export function isWithin({ low, high }, margin) {
    return low !== null && high !== null && low >= -margin && high <= margin;
}
/** Whether the interval of b - a leaves out 0. */
export function leavesOutZero({ low, high }) {
    return low !== null && high !== null && (low > 0 || high < 0);
}
/**
 * What the interval of b - a says about b, once it is not `no difference that matters`.
 *
 * With one run, and for a measure of which neither direction is better, it stays `undecided`.
 */
export function directionOf(interval, better) {
    if (better === 'none' || !leavesOutZero(interval))
        return 'undecided';
    return (interval.high ?? 0) < 0 === (better === 'lower') ? 'better' : 'worse';
}
/**
 * Runs that would probably settle an undecided comparison: R (half-width / distance)^2.
 *
 * The half-width shrinks with the root of the runs; it must fall below the distance of the difference from 0 (then b is
 * better or worse) or from the edge of the margin (then no difference matters), whichever takes fewer runs.
 * @returns more than the present runs; undefined with fewer than two runs or when no number of runs would do
 */
export function runsNeeded({ mean, low, high, n }, margin) {
    if (mean === null || low === null || high === null)
        return undefined;
    const distance = Math.max(Math.abs(mean), margin - Math.abs(mean));
    const runs = Math.ceil(n * ((high - low) / 2 / distance) ** 2);
    return Number.isSafeInteger(runs) ? Math.max(n + 1, runs) : undefined;
}
