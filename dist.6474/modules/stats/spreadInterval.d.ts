import type { Spread } from './spread.js';
import type { Interval } from './tInterval.js';
/** A mean over runs with an interval of the kind its measure needs. */
export interface SpreadInterval extends Interval {
    /** The runs do not carry the stated confidence: too few of them, or a few of them make nearly all of the spread. */
    readonly isAbout: boolean;
}
/**
 * The mean over independent runs and where the true mean lies, by the rule of the measure's kind.
 *
 * Rules work on the scale on which the error of the mean is about symmetric (t on the log-odds of the mean share, on the log of
 * the mean count), or read its shape from resamples. All are about the mean itself. The mean of transformed runs would be about
 * another number: of shares with a bad run in five, a t-interval on the runs' own log-odds holds the true mean in 17 % of cases.
 * @param values one per run; values inside one run are correlated and must not be passed
 * @see docs/decisions/006-verdicts-and-intervals.md
 */
export declare function spreadInterval(values: readonly number[], spread: Spread, confidence?: number): SpreadInterval;
