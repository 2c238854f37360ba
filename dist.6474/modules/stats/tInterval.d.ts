/** A mean over independent runs and where the true mean lies with the stated confidence. */
export interface Interval {
    /** Null without values. */
    readonly mean: number | null;
    /** Null with fewer than two values: one run says nothing about its spread. */
    readonly low: number | null;
    readonly high: number | null;
    readonly n: number;
}
/**
 * Mean and two-sided t-interval: mean +- t(n - 1, (1 + confidence) / 2) s / sqrt(n).
 *
 * @param values one per independent run; values inside one run are correlated and must not be passed
 * @param confidence 0 < confidence < 1
 * @see Law, "Simulation Modeling and Analysis", section 9.4.1
 */
export declare function meanInterval(values: readonly number[], confidence?: number): Interval;
