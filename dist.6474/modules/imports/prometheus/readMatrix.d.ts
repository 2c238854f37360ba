/** One series: its labels, and its samples in time order. */
export interface Series {
    /** As PromQL writes it: `http_requests_total{job="web"}`. */
    readonly label: string;
    readonly name: string | undefined;
    readonly samples: readonly Sample[];
    /** Samples that stood in the file twice. */
    readonly doubleCount: number;
}
export interface Sample {
    readonly seconds: number;
    /** NaN where the file says NaN: stale, or divided by nothing. */
    readonly value: number;
}
/**
 * The series of an answer of `/api/v1/query_range`, or of the `result` list alone.
 *
 * Entries with the same labels are one series: exports come in chunks.
 * @throws ProblemError
 */
export declare function readMatrix(file: string): Series[];
