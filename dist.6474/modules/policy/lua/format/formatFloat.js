import { fixedText, precisionText, scientificText } from './exactDecimals.js';
import { hexFloat } from './hexFloat.js';
import { padNumber, signText } from './padNumber.js';
const defaultPrecision = 6;
/** %e %f %g %a and their capitals, as glibc prints a double. */
export function formatFloat(value, conversion) {
    const { letter, isCapital } = conversion;
    const isNegative = value < 0 || Object.is(value, -0) || Number.isNaN(value);
    const sign = signText(isNegative, conversion);
    const text = Number.isFinite(value)
        ? padNumber({
            prefix: letter === 'a' ? `${sign}0x` : sign,
            digits: bodies[letter](Math.abs(value), conversion),
            mayPadZero: true,
        }, conversion)
        : padNumber({ prefix: sign, digits: Number.isNaN(value) ? 'nan' : 'inf', mayPadZero: false }, conversion);
    return isCapital ? text.toUpperCase() : text;
}
/** By the small letter: the digits of a finite number without its sign. */
const bodies = {
    a: (x, { precision, isAlternate }) => hexFloat(x, precision, isAlternate),
    e: (x, { precision = defaultPrecision, isAlternate }) => {
        const { mantissa, exponent } = scientificText(x, precision);
        return (isAlternate ? withPoint(mantissa) : mantissa) + powerText(exponent);
    },
    f: (x, { precision = defaultPrecision, isAlternate }) => isAlternate ? withPoint(fixedText(x, precision)) : fixedText(x, precision),
    g: (x, { precision = defaultPrecision, isAlternate }) => generalText(x, precision, isAlternate),
};
/**
 * `x >= 0` with `precision` significant digits, as %g: an exponent below -4 and from the precision on, zeros at the
 * end only with `keepsZeros`.
 */
export function generalText(x, precision, keepsZeros) {
    const digitCount = Math.max(1, precision);
    const shown = keepsZeros ? withPoint : withoutZeros;
    const plain = precisionText(x, digitCount);
    if (plain !== undefined)
        return shown(plain);
    const { mantissa, exponent } = scientificText(x, digitCount - 1);
    // Just below 0.0001, and rounded up to it.
    if (exponent === -4)
        return shown(`0.0001${mantissa.slice(2)}`);
    return shown(mantissa) + powerText(exponent);
}
function withPoint(digits) {
    return digits.includes('.') ? digits : `${digits}.`;
}
function withoutZeros(digits) {
    if (!digits.includes('.'))
        return digits;
    let length = digits.length;
    while (digits[length - 1] === '0')
        length--;
    return digits.slice(0, digits[length - 1] === '.' ? length - 1 : length);
}
/** C's exponents have two digits at least. */
function powerText(exponent) {
    return `e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}
