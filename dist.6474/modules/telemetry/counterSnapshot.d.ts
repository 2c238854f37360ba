import type { InstanceTable } from '../fleet/instanceTable.js';
import { type SparseHistogram } from '../stats/histogram.js';
/**
 * The cumulative counters at one instant; a rate over a window is the difference of two snapshots.
 *
 * Columns are copies of the instance table (a memory copy each, cheap even for a thousand instances).
 */
export interface CounterSnapshot {
    readonly seconds: number;
    /** [instanceRow] */
    readonly serial: Int32Array;
    readonly phase: Uint8Array;
    readonly service: Int32Array;
    readonly launchNumber: Int32Array;
    readonly launchedSeconds: Float64Array;
    /** NaN while it starts. */
    readonly readySeconds: Float64Array;
    /** Of requests and of what burns beside them; and the part of it before ready. */
    readonly busyVcpuSeconds: Float64Array;
    readonly startupVcpuSeconds: Float64Array;
    readonly networkBytes: Float64Array;
    readonly answered: Float64Array;
    readonly inside: Int32Array;
    readonly queued: Int32Array;
    readonly memoryBytes: Float64Array;
    /** [service] answers of any kind, and the errors among them, since the run began. */
    readonly answers: Float64Array;
    readonly errors: Float64Array;
    /** [service] latencies since the snapshot before; empty where no policy metric needs them. */
    readonly latencies: readonly SparseHistogram[];
    /** [service] all latencies since the run began. */
    readonly latencyTotals: readonly LatencyTotals[];
    /** [service] instances desired. */
    readonly desired: readonly number[];
}
/** Bounds in seconds, as client libraries of Prometheus have them when nobody says otherwise. */
export declare const latencyBounds: readonly number[];
export interface LatencyTotals {
    /** [bound] latencies of at most `latencyBounds[bound]`. */
    readonly counts: Float64Array;
    readonly sumSeconds: number;
}
export declare const noLatencies: LatencyTotals;
/** With what came since: a bucket counts for the bound it reaches to or holds, so within 0.8 % of the bound. */
export declare function addLatencies({ counts, sumSeconds }: LatencyTotals, recent: SparseHistogram): LatencyTotals;
interface SnapshotCounters {
    readonly answers: Float64Array;
    readonly errors: Float64Array;
    readonly latencies: readonly SparseHistogram[];
    readonly latencyTotals: readonly LatencyTotals[];
    readonly desired: readonly number[];
}
/** Copies the instances' counters; the caller has touched every living instance. */
export declare function takeSnapshot(seconds: number, table: InstanceTable, counters: SnapshotCounters): CounterSnapshot;
/** A counter's growth from `base` to `now` for one instance; what the base did not know yet counts from 0. */
export declare function growthOf(column: 'busyVcpuSeconds' | 'startupVcpuSeconds' | 'networkBytes' | 'answered', instance: number, now: CounterSnapshot, base: CounterSnapshot | undefined): number;
export {};
