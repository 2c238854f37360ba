/**
 * Running mean and variance without keeping the values.
 *
 * Welford's update and Chan's merge: no cancellation, whatever the mean.
 * @see Welford (1962); Chan, Golub and LeVeque (1979)
 */
export declare class Moments {
    private addedCount;
    private currentMean;
    /** Sum of squared distances from the mean. */
    private squares;
    add(value: number): void;
    /** Adds all values of `other`, as if they had been added here. */
    merge(other: Moments): void;
    get count(): number;
    /** Undefined without values. */
    get mean(): number | undefined;
    /** Variance of the population the values are a sample of (n - 1 below); undefined with fewer than two. */
    get variance(): number | undefined;
}
