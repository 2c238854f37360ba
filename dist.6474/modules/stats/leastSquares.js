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
export function leastSquares(values, columns) {
    const line = lineThrough(values, columns);
    if (line === undefined)
        return undefined;
    const { scales, scaled, inverse, fitted, residuals, r2 } = line;
    const pointCount = values.length;
    const lagCount = Math.min(pointCount - 1, Math.ceil(3 * Math.sqrt(pointCount)));
    const middle = longRunProducts(scaled, residuals, lagCount);
    const freedom = pointCount / (pointCount - columns.length);
    const variances = inverse.map((row) => {
        const sum = row.reduce((total, a, i) => total + a * sumOfProducts(middle[i], row), 0);
        return Math.max(0, (freedom * sum) / pointCount);
    });
    const b = lagCount / pointCount;
    return {
        coefficients: fitted.map((coefficient, index) => coefficient / scales[index]),
        standardErrors: variances.map((variance, index) => Math.sqrt(variance) / scales[index]),
        criticalValue: 1.96 + 2.9694 * b + 0.416 * b ** 2 - 0.5324 * b ** 3,
        r2,
    };
}
/** R2 of the line alone; NaN where there is none, or the values do not vary. */
export function explainedShare(values, columns) {
    return lineThrough(values, columns)?.r2 ?? Number.NaN;
}
function lineThrough(values, columns) {
    const pointCount = values.length;
    if (pointCount < columns.length + 2)
        return undefined;
    // Columns of one size keep the inverse exact whatever their units.
    const scales = columns.map((column) => Math.sqrt(sumOfProducts(column, column) / pointCount));
    if (scales.some((scale) => !(scale > 0)))
        return undefined;
    const scaled = columns.map((column, index) => column.map((value) => value / scales[index]));
    const inverse = inverted(scaled.map((a) => scaled.map((b) => sumOfProducts(a, b) / pointCount)));
    if (inverse === undefined)
        return undefined;
    const projections = scaled.map((column) => sumOfProducts(column, values) / pointCount);
    const fitted = inverse.map((row) => sumOfProducts(row, projections));
    const residuals = values.map((value, at) => fitted.reduce((rest, coefficient, index) => rest - coefficient * scaled[index][at], value));
    const mean = values.reduce((sum, value) => sum + value, 0) / pointCount;
    const total = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const r2 = total > 0 ? 1 - sumOfProducts(residuals, residuals) / total : Number.NaN;
    return { scales, scaled, inverse, fitted, residuals, r2 };
}
function sumOfProducts(a, b) {
    let sum = 0;
    for (let index = 0; index < a.length; index++)
        sum += a[index] * b[index];
    return sum;
}
/** S of Newey and West, a point. */
function longRunProducts(columns, residuals, lagCount) {
    const weighted = columns.map((column) => column.map((value, at) => value * residuals[at]));
    return weighted.map((a) => weighted.map((b) => {
        let sum = sumOfProducts(a, b);
        for (let lag = 1; lag <= lagCount; lag++) {
            let products = 0;
            for (let at = lag; at < a.length; at++)
                products += a[at] * b[at - lag] + a[at - lag] * b[at];
            sum += (1 - lag / (lagCount + 1)) * products;
        }
        return sum / residuals.length;
    }));
}
/** By Gauss and Jordan with pivots; undefined for a matrix that is singular to double precision. */
function inverted(matrix) {
    const size = matrix.length;
    const rows = matrix.map((row, i) => [...row, ...matrix.map((_, j) => (i === j ? 1 : 0))]);
    for (let column = 0; column < size; column++) {
        const pivot = rows.findIndex((row, i) => i >= column && Math.abs(row[column]) === largestBelow(rows, column));
        if (pivot < 0 || Math.abs(rows[pivot][column]) < 1e-10)
            return undefined;
        [rows[column], rows[pivot]] = [rows[pivot], rows[column]];
        const head = rows[column][column];
        rows[column] = rows[column].map((value) => value / head);
        for (let i = 0; i < size; i++) {
            const factor = rows[i][column];
            if (i !== column)
                rows[i] = rows[i].map((value, j) => value - factor * rows[column][j]);
        }
    }
    return rows.map((row) => row.slice(size));
}
function largestBelow(rows, column) {
    return Math.max(...rows.slice(column).map((row) => Math.abs(row[column])));
}
