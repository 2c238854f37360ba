import type { LatencyFacts } from './latencyFacts.js';
/**
 * Latencies of one interval, in 3 KB whatever is added.
 *
 * A log has thousands of intervals: `stats/histogram.ts` knows quantiles to 0.4 % and takes 51 KB.
 */
export declare class Latencies {
    #private;
    get count(): number;
    /** @param seconds >= 0 */
    add(seconds: number): void;
    addAll(other: Latencies): void;
    /** The value of nearest rank, never outside of what was added. Not for none. */
    quantileSeconds(probability: number): number;
    get meanSeconds(): number;
    /** Null for none. */
    get facts(): LatencyFacts | null;
}
/** All of them as one. */
export declare function allTogether(parts: Iterable<Latencies | undefined>): Latencies;
