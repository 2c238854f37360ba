/**
 * The value below which a share `probability` of Student's t distribution lies.
 *
 * Newton's method on the distribution function, kept inside a bracket. Relative error below 1e-10.
 * @param probability 0 < probability < 1
 * @param degreesOfFreedom > 0, need not be whole
 * @throws InvariantError if an argument is outside its range
 */
export declare function studentQuantile({ probability, degreesOfFreedom, }: {
    readonly probability: number;
    readonly degreesOfFreedom: number;
}): number;
