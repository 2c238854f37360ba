import type { ArrivalProcess } from './arrival.js';
import type { Segment } from './segment.js';
import type { OpenSource } from './source.js';
export interface ArrivalTimesOptions {
    readonly process: ArrivalProcess;
    /** The segments in time order, one at a time; undefined after the last. */
    nextSegment(): Segment | undefined;
    /** Expected arrivals before the first one; -1 with even gaps puts an arrival at the very begin. */
    readonly leadArea?: number;
    /** No arrival happens at this instant or later; Infinity when left out. */
    readonly endSeconds?: number;
}
/** Arrival times, one or a column at a time; Infinity when there are no more. */
export interface ArrivalTimes {
    next(): number;
    fill(seconds: Float64Array): void;
}
/**
 * Arrival times: unit gaps run through the integral of the rate.
 *
 * An arrival happens at the first instant at which the integral reaches it: at the end of a segment, not after a pause
 * that follows. Expected arrivals since the begin of the present segment are carried over its end, so a gap that spans a
 * change of rate is exact (the left-over hazard).
 */
export declare function arrivalTimes({ process, nextSegment, leadArea, endSeconds, }: ArrivalTimesOptions): ArrivalTimes;
export interface SegmentedSourceOptions {
    readonly process: ArrivalProcess;
    readonly segments: readonly Segment[];
    readonly leadArea?: number;
    readonly endSeconds?: number;
    readonly vuPool?: OpenSource['vuPool'];
}
/** An open source whose whole curve is known. */
export declare function segmentedSource(options: SegmentedSourceOptions): OpenSource;
