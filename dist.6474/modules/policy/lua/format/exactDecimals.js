/**
 * Decimal digits as C prints them: of the exact binary value, ties to even.
 *
 * JavaScript's toFixed and toExponential are exact for up to 100 digits too, but round ties up (ECMA-262, Number.prototype.toFixed):
 * the last digit of a tie is put right. Doubles are n * 2^-q, so a tie after `digitCount` decimals has exactly one binary digit more than it.
 */
/** Up to here a product with a power of ten is off by less than `certainty`, so that rounding it is right unless it is near a half. */
const quickLimit = 1e9;
const certainty = 1e-6;
/** Beyond this toFixed gives up; every double there is a whole number. */
const toFixedLimit = 1e21;
const powersOfTen = [1, 10, 100, 1_000, 10_000];
/** `x >= 0` with this many decimals, as %f. */
export function fixedText(x, decimalCount) {
    return quickFixedText(x, decimalCount) ?? exactFixedText(x, decimalCount);
}
/** Twice as fast as toFixed: for the few decimals that a policy's messages have. */
function quickFixedText(x, decimalCount) {
    const scale = powersOfTen[decimalCount];
    if (scale === undefined || !(x * scale < quickLimit))
        return undefined;
    const scaled = x * scale;
    const floor = Math.floor(scaled);
    const isUp = scaled - floor > 0.5;
    if (Math.abs(scaled - floor - 0.5) < certainty)
        return undefined;
    const rounded = isUp ? floor + 1 : floor;
    if (decimalCount === 0)
        return String(rounded);
    const whole = Math.floor(rounded / scale);
    return `${whole}.${String(rounded - whole * scale).padStart(decimalCount, '0')}`;
}
function exactFixedText(x, decimalCount) {
    if (x >= toFixedLimit)
        return BigInt(x).toString() + (decimalCount > 0 ? `.${'0'.repeat(decimalCount)}` : '');
    const text = x.toFixed(decimalCount);
    return isTie(x, decimalCount) ? toEven(text) : text;
}
/** `x >= 0` as one digit with `decimalCount` decimals, and its power of ten, as %e. */
export function scientificText(x, decimalCount) {
    const text = x.toExponential(decimalCount);
    const at = text.indexOf('e');
    const exponent = Number(text.slice(at + 1));
    const mantissa = text.slice(0, at);
    return { mantissa: isTie(x, decimalCount - exponent) ? toEven(mantissa) : mantissa, exponent };
}
/** `x >= 0` with this many significant digits, without an exponent: undefined where %g may have one. */
export function precisionText(x, digitCount) {
    if (x < 1e-4 && x !== 0)
        return undefined;
    const text = x.toPrecision(digitCount);
    if (text.includes('e'))
        return undefined;
    const at = text.indexOf('.');
    return isTie(x, at < 0 ? 0 : text.length - at - 1) ? toEven(text) : text;
}
/** Whether x lies in the middle between two multiples of 10^-decimalCount. */
function isTie(x, decimalCount) {
    const halves = x * 2 ** (decimalCount + 1);
    if (halves > Number.MAX_SAFE_INTEGER || !Number.isInteger(halves) || halves % 2 === 0)
        return false;
    return decimalCount >= 0 || halves % 5 ** -decimalCount === 0;
}
/** An odd last digit was rounded up to: one less is even. */
function toEven(digits) {
    const last = Number(digits.at(-1));
    return last % 2 === 0 ? digits : digits.slice(0, -1) + String(last - 1);
}
