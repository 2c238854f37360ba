/** A straight-line fit through points in time order. */
export interface LeastSquares {
    /** One for each column. */
    readonly coefficients: readonly number[];
    /** Their standard errors, robust to autocorrelation. */
    readonly standardErrors: readonly number[];
    /** Half the width of a 95 % interval, in standard errors. */
    readonly criticalValue: number;
    /** Share of the variance around the mean that the fit explains; NaN where the values do not vary. */
    readonly r2: number;
}
/**
 * Ordinary least squares of `values` on `columns`, with intervals that hold for series in time.
 *
 * Neighbouring residuals of a recording are alike, and the textbook's standard errors come out several times too small. These
 * are Newey and West's: (X'X)^-1 S (X'X)^-1, where S sums the products of x e at lags 0 to L, those at lag l with the weight
 * 1 - l / (L + 1). L is wide, so the quantile is not normal's 1.96 but Kiefer and Vogelsang's for b = L / T:
 * 1.96 + 2.9694 b + 0.416 b^2 - 0.5324 b^3. Deviations: L = ceil(3 sqrt(T)), where 1.3 is usual, since load is alike for hours; points
 * that were left out are closed up. Such intervals are somewhat narrow: of points at 0.9 to their neighbour, 91 in 100 hold the slope.
 *
 * @param columns of the length of `values`; a column of ones is the intercept
 * @returns undefined with fewer than two points more than columns, or where a column is a sum of the others
 * @see Newey and West (1987); Kiefer and Vogelsang (2005), table 1; Lazarus, Lewis, Stock and Watson (2018)
 */
export declare function leastSquares(values: readonly number[], columns: readonly (readonly number[])[]): LeastSquares | undefined;
/** R2 of the line alone; NaN where there is none, or the values do not vary. */
export declare function explainedShare(values: readonly number[], columns: readonly (readonly number[])[]): number;
