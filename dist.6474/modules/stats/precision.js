import { spreadInterval } from './spreadInterval.js';
/** Each look at the runs is another chance to stop by luck: 99 % instead of 95 % (docs/decisions/006-verdicts-and-intervals.md). */
const lookConfidence = 0.99;
const anySpread = { kind: 'plain', least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY };
/**
 * Whether the mean over runs is known to `ratio` of itself.
 *
 * The half-width must be at most ratio / (1 + ratio) of the mean that was seen: the true mean may be smaller by as much.
 * @param ratio > 0
 * @see Law, "Simulation Modeling and Analysis", section 9.4.1, relative error
 */
export function precisionOf(values, ratio, spread = anySpread) {
    const { mean, low, high, n } = spreadInterval(values, spread, lookConfidence);
    if (mean === null || low === null || high === null) {
        return { relativeHalfWidth: undefined, isReached: false, runsExpected: Number.POSITIVE_INFINITY };
    }
    const halfWidth = (high - low) / 2;
    if (halfWidth === 0)
        return { relativeHalfWidth: 0, isReached: true, runsExpected: n };
    const asked = (ratio / (1 + ratio)) * Math.abs(mean);
    return {
        relativeHalfWidth: mean === 0 ? undefined : halfWidth / Math.abs(mean),
        isReached: halfWidth <= asked,
        runsExpected: Math.ceil(n * (halfWidth / asked) ** 2),
    };
}
