/** Lanczos coefficients for g = 607/128. */
const lanczos = [
    57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202, 3.399464998481189e-5,
    4.652362892704858e-5, -9.837447530487956e-5, 0.0001580887032249125, -0.00021026444172410488, 0.00021743961811521265,
    -0.0001643181065367639, 8.441822398385275e-5, -2.6190838401581408e-5, 3.6899182659531625e-6,
];
/**
 * Natural logarithm of the gamma function.
 *
 * Lanczos' series; relative error below 1e-13 except beside the zeros at 1 and 2, where the absolute error is below 1e-14.
 * @param x > 0
 * @see Press et al., "Numerical Recipes" (2007), section 6.1
 */
export function logGamma(x) {
    const shifted = x + 5.2421875;
    let series = 0.9999999999999971;
    for (let term = 0; term < lanczos.length; term++)
        series += lanczos[term] / (x + term + 1);
    return (x + 0.5) * Math.log(shifted) - shifted + Math.log((2.5066282746310007 * series) / x);
}
