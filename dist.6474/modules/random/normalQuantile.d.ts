/**
 * The value below which a share `probability` of a standard normal lies; -Infinity at 0, Infinity at 1.
 *
 * Relative error about 1e-16.
 * @see Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution" (1988), PPND16
 */
export declare function normalQuantile(probability: number): number;
