/**
 * Draws an index with given weights in constant time: one uniform number, one comparison.
 *
 * Every column holds at most two indexes, its own and an alias, so that all columns have the same height.
 * @see Walker, "An efficient method for generating discrete random variables" (1977); Vose (1991) for the O(n) set-up
 */
export class AliasTable {
    /** [index] share of the column that is the index itself, 0..1 */
    ownShare;
    /** [index] the other index of the column */
    alias;
    /** @param weights at least one, each >= 0 and finite, with a sum > 0 and finite */
    constructor(weights) {
        const count = weights.length;
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        this.ownShare = Float64Array.from(weights, (weight) => (weight / total) * count);
        this.alias = Uint32Array.from(weights, (_, index) => index);
        const low = [];
        const high = [];
        for (let index = 0; index < count; index++)
            (this.ownShare[index] < 1 ? low : high).push(index);
        while (low.length > 0 && high.length > 0) {
            const short = low[low.length - 1];
            const tall = high[high.length - 1];
            low.pop();
            this.alias[short] = tall;
            // The tall column gives what the short one lacks; it may become short itself.
            this.ownShare[tall] -= 1 - this.ownShare[short];
            if (this.ownShare[tall] < 1)
                low.push(...high.splice(-1));
        }
        // What is left differs from 1 by rounding only.
        for (const index of [...low, ...high])
            this.ownShare[index] = 1;
    }
    sample(stream) {
        const position = stream.uniform() * this.ownShare.length;
        const column = Math.floor(position);
        return position - column < this.ownShare[column] ? column : this.alias[column];
    }
}
