import type { Recording } from '../../results/recording.js';
import { type DroppedBin, RequestBins } from '../log/requestBins.js';
import { IntervalLatencies } from './intervalLatencies.js';
import type { Latencies } from './latencies.js';
/** One request that ended. */
interface TimedRequest {
    /** Its arrival, seconds since 1970. */
    readonly seconds: number;
    readonly isFailed: boolean;
    readonly latencySeconds: number | undefined;
    /** In the servers behind. */
    readonly upstreamSeconds?: number | undefined;
}
/** One interval. */
export interface TimelineInterval {
    readonly seconds: number;
    readonly requestCount: number;
    readonly failedCount: number;
    readonly latencies: Latencies | undefined;
    readonly upstream: Latencies | undefined;
}
/** How long intervals are: the first length until there are more than so many, then the next, and so on. */
export type IntervalSteps = readonly {
    readonly intervalSeconds: number;
    readonly limitCount: number;
}[];
/**
 * Requests by interval with their latencies, in whatever order they come.
 *
 * How long the file is shows only at its end: intervals begin short and are put together as they become too many, so memory
 * is bounded by the limits of the steps.
 */
export declare class RequestTimeline {
    #private;
    readonly bins: RequestBins;
    readonly latencies: IntervalLatencies;
    readonly upstream: IntervalLatencies;
    constructor(steps: IntervalSteps);
    /** @returns whether it is within the longest time that the steps allow */
    add({ seconds, isFailed, latencySeconds, upstreamSeconds }: TimedRequest): boolean;
    /** Makes intervals longer as long as at least `count` of them are left. */
    coarsenTo(count: number): void;
    /** Makes intervals longer by one step if at least `count` are left then. @returns whether it did */
    coarsenOnce(count: number): boolean;
    dropPartial(): DroppedBin[];
    /** Every interval from the first to the last, empty ones too. */
    intervals(): TimelineInterval[];
    /** As series of a recording, whose second 0 is the begin of the first interval. */
    recording(file: string): Recording;
}
export {};
