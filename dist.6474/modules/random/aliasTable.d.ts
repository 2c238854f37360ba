import type { Stream } from './stream.js';
/**
 * Draws an index with given weights in constant time: one uniform number, one comparison.
 *
 * Every column holds at most two indexes, its own and an alias, so that all columns have the same height.
 * @see Walker, "An efficient method for generating discrete random variables" (1977); Vose (1991) for the O(n) set-up
 */
export declare class AliasTable {
    /** [index] share of the column that is the index itself, 0..1 */
    private readonly ownShare;
    /** [index] the other index of the column */
    private readonly alias;
    /** @param weights at least one, each >= 0 and finite, with a sum > 0 and finite */
    constructor(weights: readonly number[]);
    sample(stream: Stream): number;
}
