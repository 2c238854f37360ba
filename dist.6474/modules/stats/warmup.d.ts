/** Where a run that started empty begins to look like the rest of it. */
export interface WarmupCut {
    /** Values to leave out at the front; a multiple of the batch. */
    readonly cutCount: number;
    /** The best cut lies at the middle of the series: nothing says that the transient ends within the run. */
    readonly isTooShort: boolean;
}
/**
 * The cut that leaves the mean of the rest with the smallest standard error: MSER-5.
 *
 * Batch means Y of 5; d* = argmin over d <= n/2 of Sum_{i > d} (Y_i - mean_d)^2 / (n - d)^2. O(n).
 * @param values equally spaced observations of one run, from its begin
 * @returns undefined for a series of fewer than 50 values
 * @see White (1997), "An effective truncation heuristic for bias reduction in simulation output"; Hoad, Robinson and
 *   Davies (2010) found it the best automatic one of 44 methods.
 */
export declare function warmupCut(values: readonly number[]): WarmupCut | undefined;
