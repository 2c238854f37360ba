/** Fewer pairs that differ cannot show anything at 5 %: 2 x (1/2)^5 is 6 %. */
export declare const leastTellingPairs = 6;
/**
 * Exact two-sided McNemar test: how likely so uneven a split of the pairs that differ is when both sides are alike.
 *
 * Pairs that agree say nothing about a difference. Those that differ fall to either side like a fair coin, so the p-value is
 * twice the smaller tail of the binomial distribution.
 * @see McNemar (1947); Agresti, "Categorical Data Analysis" (2002), section 10.1
 */
export declare function mcNemarPValue({ onlyA, onlyB }: {
    readonly onlyA: number;
    readonly onlyB: number;
}): number;
