/**
 * The fewest last parts of each path that tell it from the others: `hpa`, or `prod/hpa` beside `stage/hpa`.
 *
 * A path that ends like a longer one, `hpa` beside `a/hpa`, stays whole: it has no more parts to give. Equal paths stay equal.
 */
export declare function shortestSuffixes(paths: readonly string[]): string[];
