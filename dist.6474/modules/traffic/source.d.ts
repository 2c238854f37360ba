import type { IndexedStream } from '../random/keyedStream.js';
import type { Stream } from '../random/stream.js';
/** How a rate moves between two instants: not at all, straight, or some other way. */
export type RateShape = 'constant' | 'linear' | 'smooth';
/** From an instant on, until the next piece, the rate has this shape; it may jump at the instant itself. */
export interface RatePiece {
    readonly fromSeconds: number;
    readonly shape: RateShape;
}
/** The rate of an open source over time; all times are seconds of the run. */
export interface RateCurve {
    /** Arrivals per second at an instant. */
    at(seconds: number): number;
    /** Expected arrivals in [fromSeconds, toSeconds). */
    integral(fromSeconds: number, toSeconds: number): number;
    /** The pieces it consists of, in time order, 0 outside them; a curve without them is one smooth piece. */
    pieces?(): Iterable<RatePiece>;
}
/** A source whose arrivals do not depend on the answers. */
export interface OpenSource {
    readonly kind: 'open';
    /** The next intended arrival, never before the one returned last; Infinity when there are no more. */
    nextArrivalSeconds(): number;
    /** Puts the next intended arrivals into the column, where that is faster than as many calls. */
    fillArrivals?(seconds: Float64Array): void;
    /** Undefined where the curve is not known in advance (a trace with one row per request). */
    readonly rate: RateCurve | undefined;
    /** k6's VU pool; without it no iteration is ever dropped. */
    readonly vuPool: {
        readonly initialCount: number;
        readonly maxCount: number;
    } | undefined;
    /** What a reader of the results must know of it, after the run. */
    notes?(): string[];
}
/** Virtual users: each sends its next request when the last one ended plus think time. */
export interface ClosedSource {
    readonly kind: 'closed';
    /**
     * The next change in the number of active users, in time order: from `atSeconds` on users 0..count-1 are active.
     * Undefined when there are no more changes.
     */
    nextChange(): {
        readonly atSeconds: number;
        readonly count: number;
    } | undefined;
    /** Takes one iteration for an active user; false when none is left for it. */
    takeIteration(userIndex: number): boolean;
    /** Think time after the answer, seconds; keyed by user and iteration, so the order of calls does not matter. */
    thinkSeconds(userIndex: number, iteration: number): number;
}
export type Source = OpenSource | ClosedSource;
/** What building a source needs to know of the run. */
export interface SourceContext {
    readonly durationSeconds: number;
    /** Opens a keyed stream of this source: the purpose is `arrivals`, `gaps`, ... */
    stream(purpose: string): Stream;
    /** Opens a stream that can be set to the draws of (user, iteration). */
    indexedStream(purpose: string): IndexedStream;
    /** Opens a file for reading in chunks; the path is as the scenario has it. Errors of the file system pass through. */
    openFile(path: string): {
        read(buffer: Uint8Array): number;
        close(): void;
    };
}
