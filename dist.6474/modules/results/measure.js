/** A quotient, or the reason why there is none. */
export function ratioOf(numerator, denominator, missing) {
    return denominator > 0 ? numerator / denominator : { missing };
}
