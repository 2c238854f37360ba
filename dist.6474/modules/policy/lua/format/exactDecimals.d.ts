/**
 * Decimal digits as C prints them: of the exact binary value, ties to even.
 *
 * JavaScript's toFixed and toExponential are exact for up to 100 digits too, but round ties up (ECMA-262, Number.prototype.toFixed):
 * the last digit of a tie is put right. Doubles are n * 2^-q, so a tie after `digitCount` decimals has exactly one binary digit more than it.
 */
/** `x >= 0` with this many decimals, as %f. */
export declare function fixedText(x: number, decimalCount: number): string;
/** `x >= 0` as one digit with `decimalCount` decimals, and its power of ten, as %e. */
export declare function scientificText(x: number, decimalCount: number): {
    mantissa: string;
    exponent: number;
};
/** `x >= 0` with this many significant digits, without an exponent: undefined where %g may have one. */
export declare function precisionText(x: number, digitCount: number): string | undefined;
