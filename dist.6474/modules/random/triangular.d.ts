/** A law that rises in a straight line from `low` to its peak and falls to `high`: low <= peak <= high. */
export interface Triangle {
    readonly low: number;
    readonly peak: number;
    readonly high: number;
}
/**
 * The value of the triangular law below which a share `probability` (0..1) lies; always within [low, high].
 *
 * Its mean is (low + peak + high) / 3.
 * @see Evans, Hastings, Peacock, "Statistical Distributions" (2000), chapter 40: the inverse of the distribution function
 */
export declare function triangularQuantile({ low, peak, high }: Triangle, probability: number): number;
