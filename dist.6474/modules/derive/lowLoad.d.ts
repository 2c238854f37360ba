declare const latencyNames: readonly ['mean', 'p50', 'p90', 'p95', 'p99'];
export type LatencyName = (typeof latencyNames)[number];
/** Latencies of a stretch of time, beside its load. */
export interface LatencyBin {
    /** Requests a second, a pod where pods were counted. */
    readonly load: number;
    readonly errorShare: number | undefined;
    /** Seconds. */
    readonly latency: Readonly<Partial<Record<LatencyName, number>>>;
}
/** Latency where hardly anything waits, seconds: the median over the calm bins, and between which values nine tenths of them lie. */
export type LowLoad = Readonly<Partial<Record<LatencyName, {
    readonly value: number;
    readonly low: number;
    readonly high: number;
}>>> & {
    readonly binCount: number;
};
/**
 * Latency at low load: of the bins with requests and at most 1 % 5xx, the quarter with the least load.
 *
 * @returns undefined with fewer than three such bins
 */
export declare function lowLoadLatency(bins: readonly LatencyBin[]): LowLoad | undefined;
export {};
