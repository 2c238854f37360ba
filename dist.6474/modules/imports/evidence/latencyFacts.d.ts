/** What is known of a set of latencies, seconds; null where the file does not tell. */
export interface LatencyFacts {
    /** Latencies behind the numbers. */
    readonly count: number;
    readonly meanSeconds: number | null;
    readonly p50Seconds: number | null;
    readonly p90Seconds: number | null;
    readonly p95Seconds: number | null;
    readonly p99Seconds: number | null;
}
