import type { Latencies } from '../latencies.js';
import type { Knee } from './loadTestEvidence.js';
/** What a knee is looked for in: one interval of the test, in time order. */
export interface KneeInterval {
    /** Requests that were meant to begin, those of dropped iterations too. */
    readonly offeredPerSecond: number;
    readonly requestCount: number;
    readonly failedCount: number;
    readonly droppedCount: number;
    readonly latencies: Latencies | undefined;
}
/**
 * The highest rate up to which latency stays flat and failures are about none.
 *
 * Low load is the quarter of the intervals with the lowest rates. An interval goes wrong when median or p95 is twice that of low load,
 * failures are beyond chance above its share plus a point, or iterations were dropped; three in a row begin a stretch that counts by
 * the rate at which it began, since a queue outlasts the load that made it. Deviation from textbooks: no curve is fitted, so what was
 * not tried is not told.
 */
export declare function kneeOf(all: readonly KneeInterval[]): Knee;
