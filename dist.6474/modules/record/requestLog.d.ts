import { Histogram } from '../stats/histogram.js';
import type { JournalPage, JournalReader } from './journal.js';
export interface RequestLogOptions {
    readonly groupCount: number;
    readonly serviceCount: number;
    readonly fromSeconds: number;
    readonly toSeconds: number;
    /** A good request completed within it; Infinity without an slo. */
    readonly sloSeconds: number;
}
/** Tumbling windows of the SLO measures (docs/measures.md). */
export declare const sloWindowSeconds = 60;
/** What one (source, service) pair saw; counts are of requests whose intended arrival lies in the span. */
export declare class GroupLog {
    readonly counts: Float64Array<ArrayBuffer>;
    good: number;
    /** Completed too late, but within `tolerableFactor` times the SLO's latency: Apdex's "tolerating". */
    tolerated: number;
    /** Unfinished and older than the SLO's latency (without one: all). */
    unfinishedOld: number;
    attempts: number;
    droppedIterations: number;
    waitedCount: number;
    coldStarts: number;
    /** Of requests answered well, and of those answered badly: only the former are ever on time. */
    readonly completedLatency: Histogram;
    readonly failedLatency: Histogram;
    readonly queueWait: Histogram;
}
/**
 * Counts and histograms of the requests, by (source, service) pair.
 *
 * Hot: pages of answers at the first try are counted column by column, others row by row. Time averages are sums of intervals clipped to the span, so nothing is integrated per
 * event; a request belongs to the span by its intended arrival, an average by the time it covers.
 */
export declare class RequestLog implements JournalReader {
    #private;
    readonly groups: readonly GroupLog[];
    readonly options: RequestLogOptions;
    /** [service] seconds that requests spent in the system, clipped to the span. */
    readonly systemSeconds: Float64Array;
    /** [service] seconds that requests spent waiting, clipped to the span. */
    readonly queueSeconds: Float64Array;
    /** [service] completions in the span. */
    readonly completions: Float64Array;
    /** [service][window] requests whose intended arrival lies in the window, and the good ones of them. */
    readonly windowTotals: Float64Array[];
    readonly windowGoods: Float64Array[];
    constructor(options: RequestLogOptions);
    read(page: JournalPage): void;
}
