import type { Interval } from './tInterval.js';
/**
 * What a comparison may say of b against a.
 *
 * `not judged`: the measure is none of those that the pair is judged by; its interval stands alone.
 */
export declare const verdicts: readonly ['better', 'worse', 'no difference that matters', 'undecided', 'not judged'];
export type Verdict = (typeof verdicts)[number];
/**
 * The largest difference that does not matter.
 *
 * 2 % of a good share near 1 would hide any miss: 0.9993 and 0.9932 are an error budget used 0.7 and 6.8 times at an
 * objective of 0.999. There the margin counts from what the objective allows to be missing, or without one what is missing at a.
 */
export declare function marginOf({ referenceMean, isGoodShare, objective, }: {
    /** Mean of a. */
    readonly referenceMean: number;
    /** A share of which more is better. */
    readonly isGoodShare: boolean;
    readonly objective: number | undefined;
}): number;
/** Whether all of the interval of b - a lies where a difference does not matter. */
export declare function isWithin({ low, high }: Interval, margin: number): boolean;
/** Whether the interval of b - a leaves out 0. */
export declare function leavesOutZero({ low, high }: Interval): boolean;
/**
 * What the interval of b - a says about b, once it is not `no difference that matters`.
 *
 * With one run, and for a measure of which neither direction is better, it stays `undecided`.
 */
export declare function directionOf(interval: Interval, better: 'lower' | 'higher' | 'none'): Extract<Verdict, 'better' | 'worse' | 'undecided'>;
/**
 * Runs that would probably settle an undecided comparison: R (half-width / distance)^2.
 *
 * The half-width shrinks with the root of the runs; it must fall below the distance of the difference from 0 (then b is
 * better or worse) or from the edge of the margin (then no difference matters), whichever takes fewer runs.
 * @returns more than the present runs; undefined with fewer than two runs or when no number of runs would do
 */
export declare function runsNeeded({ mean, low, high, n }: Interval, margin: number): number | undefined;
