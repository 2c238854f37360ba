interface Hits {
    readonly hitCount: number;
    readonly runCount: number;
}
/**
 * Fisher's exact two-sided test of two shares of runs that have nothing to do with each other.
 *
 * With both margins given, the hits of `a` are hypergeometric; the p-value sums all tables that are no likelier than this one.
 * @see Agresti, "Categorical Data Analysis" (2002), section 3.5
 */
export declare function fisherPValue(a: Hits, b: Hits): number;
export {};
