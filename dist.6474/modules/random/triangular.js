/**
 * The value of the triangular law below which a share `probability` (0..1) lies; always within [low, high].
 *
 * Its mean is (low + peak + high) / 3.
 * @see Evans, Hastings, Peacock, "Statistical Distributions" (2000), chapter 40: the inverse of the distribution function
 */
export function triangularQuantile({ low, peak, high }, probability) {
    const span = high - low;
    if (!(span > 0))
        return peak;
    const rise = peak - low;
    const value = probability * span < rise
        ? low + Math.sqrt(probability * span * rise)
        : high - Math.sqrt((1 - probability) * span * (high - peak));
    // The last digit of a sum may lie beside the end.
    return Math.min(high, Math.max(low, value));
}
