import { type Interval } from './tInterval.js';
interface Pairs {
    /** [run] values of a; the same runs, on the same random numbers, as `b` */
    readonly a: readonly number[];
    /** [run] */
    readonly b: readonly number[];
}
/**
 * Interval of the mean of b - a over paired runs.
 *
 * Common random numbers make the pairs alike, so the differences vary far less than the values.
 * @throws InvariantError if the lists have different lengths
 */
export declare function pairedDifference({ a, b }: Pairs, confidence?: number): Interval;
export {};
