/** What Prometheus makes of a list of values, >= 1 of them. */
export declare const statistics: Readonly<Record<string, (values: readonly number[]) => number>>;
/** Linear between the two values around the rank. Source: `quantile` of Prometheus, promql/quantile.go. */
export declare function quantileOf(probability: number, values: readonly number[]): number;
