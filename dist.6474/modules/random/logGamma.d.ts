/**
 * Natural logarithm of the gamma function.
 *
 * Lanczos' series; relative error below 1e-13 except beside the zeros at 1 and 2, where the absolute error is below 1e-14.
 * @param x > 0
 * @see Press et al., "Numerical Recipes" (2007), section 6.1
 */
export declare function logGamma(x: number): number;
