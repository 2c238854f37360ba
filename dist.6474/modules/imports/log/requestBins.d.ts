import type { LogLine } from './lineFormat.js';
/** Bins of a trace at most: 58 days of seconds. */
export declare const binCountLimit = 5000000;
/** Requests of one interval. */
export interface Bin {
    readonly seconds: number;
    readonly requestCount: number;
    /** Answers with a status of 500 or more. */
    readonly errorCount: number;
}
/** An interval that is left out, since the log covers it in part. */
export interface DroppedBin {
    readonly side: 'first' | 'last';
    readonly seconds: number;
    readonly requestCount: number;
}
/**
 * Requests counted by interval, in whatever order they come: servers write a request when it ends.
 *
 * Memory follows the intervals with requests, not the lines.
 */
export declare class RequestBins {
    #private;
    firstSeconds: number;
    lastSeconds: number;
    requestCount: number;
    errorCount: number;
    constructor(intervalSeconds: number);
    get intervalSeconds(): number;
    /** Makes each interval `factor` times as long; a whole number. */
    coarsen(factor: number): void;
    add({ seconds, status }: Pick<LogLine, 'seconds' | 'status'>): void;
    /**
     * Takes away a first and a last interval that the log covers in part: requests are missing there, and a replay would begin and
     * end with a load that never was.
     *
     * One is partial when more time is empty at its outer side than three times what lies between two requests on average, or a
     * second, since servers stamp whole seconds. A log of fewer than three intervals keeps them.
     */
    dropPartial(): DroppedBin[];
    /** Intervals from the first to the last request. */
    get binCount(): number;
    /** All intervals from the first to the last, empty ones too: a log that is silent says that nobody came. */
    [Symbol.iterator](): Generator<Bin>;
}
