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
export declare function studentisedMeans(values: readonly number[]): Float64Array;
/** The value below which a share `probability` of the sorted draws lies. */
export declare function drawnQuantile(sorted: Float64Array, probability: number): number;
