import { type Segment } from '../segment.js';
import type { Row } from './rows.js';
import { type TraceRange } from './traceRange.js';
export interface ReplayRules {
    readonly file: string;
    readonly startSeconds: number;
    /** Trace time that plays at startSeconds; the first row's when left out. */
    readonly fromSeconds: number | undefined;
    readonly toSeconds: number | undefined;
    readonly gaps: 'hold' | 'zero' | 'interpolate' | 'error';
    readonly speed: number;
    readonly scale: number;
    /** Whether the amount of a row is arrivals per second. */
    readonly isRate: boolean;
    /** How long the only row lasts where there is no step to take a median of. */
    readonly loneStepSeconds: number;
    /** From the first row to the end of the last; reads the whole file, so only for messages. */
    readRange(): TraceRange;
}
/** What was noticed on the way through a trace. */
export interface TraceFacts {
    rowCount: number;
    gapCount: number;
    /** Median of the first 100 steps, trace seconds. */
    stepSeconds: number;
    firstSeconds: number;
    endSeconds: number;
    /** Whether any row lay between `from` and `to`. */
    hasPlayed: boolean;
}
/**
 * The rows before `to`, and the one that ends the last of them; the rest of the file is not read.
 *
 * Rows of the head pass whatever their time, so that the median step is the same with and without `to`.
 */
export declare function rowsUntil(rows: Iterable<Row>, { toSeconds }: Pick<ReplayRules, 'toSeconds'>): Generator<Row>;
/** The rows inside [from, to) of a trace of single requests, whose recording begins and ends about with them. */
export declare function requestsWithin(rows: Iterable<Row>, rules: Pick<ReplayRules, 'file' | 'fromSeconds' | 'toSeconds' | 'readRange'>): Generator<Row>;
/**
 * The rate of a trace as segments, one row ahead of the reading.
 *
 * A row lasts until the next, the last one the median step; only the first 101 rows are held, for that median.
 */
export declare function traceSegments(rows: Iterable<Row>, rules: ReplayRules, facts: TraceFacts): Generator<Segment>;
/** The mistake of a range that holds no row. */
export declare function nothingWithin({ file, readRange }: Pick<ReplayRules, 'file' | 'readRange'>): Error;
