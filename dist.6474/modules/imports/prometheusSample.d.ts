interface SampleOrigin {
    readonly file: string;
    /** Of the whole answer. */
    readonly text: string;
    readonly label: string;
    readonly seconds: number;
}
/**
 * The value of a sample `[seconds, "value"]` as Prometheus writes it.
 *
 * Its text is that of Go's strconv.FormatFloat: a decimal number, or NaN, +Inf and -Inf, which stand for no value: stale, or divided by
 * nothing. Source: Prometheus' documentation, "HTTP API", "Expression query result formats".
 * @returns NaN for no value
 * @throws ProblemError for any other text, and for a time that cannot be one
 */
export declare function readSample(value: string, origin: SampleOrigin): number;
export {};
