import type { Interval } from './tInterval.js';
interface Samples {
    /** One value a run. */
    readonly a: readonly number[];
    /** One value a run; the runs need not be those of `a`, nor as many. */
    readonly b: readonly number[];
}
/**
 * Interval of mean(b) - mean(a) over runs that have nothing to do with each other.
 *
 * Welch's approximation: the variances may differ, the degrees of freedom follow from both.
 * @see Welch (1947); Law, "Simulation Modeling and Analysis", section 10.2.2
 */
export declare function welchDifference({ a, b }: Samples, confidence?: number): Interval;
export {};
