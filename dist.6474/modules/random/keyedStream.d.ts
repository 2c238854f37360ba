import type { Stream } from './stream.js';
/** What a stream's draws depend on, and nothing else. */
export interface StreamKey {
    /** Root of all randomness; whole, 0..2^53 - 1. */
    readonly seed: number;
    /** Number of the run, from 0; whole. */
    readonly replication: number;
    /** Whose draws: a source's or service's name. */
    readonly owner: string;
    /** What for: `arrivals`, `cpu`, `startup`. */
    readonly purpose: string;
}
/** A stream whose draws are addressed by two numbers instead of following one another. */
export interface IndexedStream extends Stream {
    /**
     * Goes to the sequence of (first, second): (VU, iteration), (arrival, try), (launch, 0).
     *
     * Both whole, 0..2^53 - 1. The draws that follow depend on the key and these two numbers only. About 27 ns with one draw.
     */
    seek(first: number, second: number): void;
}
/**
 * The stream of a key, at its beginning.
 *
 * @throws InvariantError if seed or replication is not whole and >= 0
 */
export declare function openStream(key: StreamKey): Stream;
/**
 * The indexed streams of a key; it stands at (0, 0).
 *
 * @throws InvariantError if seed or replication is not whole and >= 0
 */
export declare function openIndexedStream(key: StreamKey): IndexedStream;
