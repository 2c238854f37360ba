import { add, multiply, negate } from './arithmetic.js';
import { maxInteger, shortInteger, wrapInteger } from './integer.js';
const [tab, carriageReturn, space, plus, minus, zero, nine] = [9, 13, 32, 43, 45, 48, 57];
/**
 * Reads a whole text as an integer (l_str2int of Lua 5.3): blanks around it, a sign, decimal digits or 0x and hexadecimal ones.
 *
 * Hexadecimal digits wrap around at 64 bits; decimal ones beyond them are no integer (null), and Lua reads a float.
 */
export function readInteger(text) {
    let at = 0;
    while (isBlank(text[at]))
        at++;
    const isNegative = text[at] === minus;
    if (isNegative || text[at] === plus)
        at++;
    const isHexadecimal = text[at] === zero && (text[at + 1] | 0x20) === 0x78;
    if (isHexadecimal)
        at += 2;
    const begin = at;
    const radix = isHexadecimal ? 16 : 10;
    let value = 0;
    while (digitOf(text[at]) < radix)
        value = value * radix + digitOf(text[at++]);
    const end = at;
    while (isBlank(text[at]))
        at++;
    if (end === begin || (at < text.length && text[at] !== 0))
        return null;
    if (value <= Number.MAX_SAFE_INTEGER)
        return { n: isNegative ? 0 - value : value, i: at };
    if (!isHexadecimal && value > 2 ** 64)
        return null;
    // Of hexadecimal digits the last 16 stay; a decimal number below 2^64 has no more than 20 that count.
    const last = text.subarray(Math.max(begin, end - (isHexadecimal ? 16 : 20)), end);
    const digits = BigInt((isHexadecimal ? '0x' : '') + String.fromCharCode(...last));
    const exact = isNegative ? -digits : digits;
    if (isHexadecimal)
        return { n: wrapInteger(exact), i: at };
    return digits > maxInteger + (isNegative ? 1n : 0n) ? null : { n: shortInteger(exact), i: at };
}
/** tonumber with a base from 2 to 36: digits and letters, a sign, blanks around them; wraps around at 64 bits. */
export function readRadix(text, radix) {
    let at = 0;
    while (isBlank(text[at]))
        at++;
    const isNegative = text[at] === minus;
    if (isNegative || text[at] === plus)
        at++;
    const begin = at;
    let value = 0;
    while (digitOf(text[at]) < radix)
        value = add(multiply(value, radix), digitOf(text[at++]));
    const isEmpty = at === begin;
    while (isBlank(text[at]))
        at++;
    if (isEmpty || at < text.length)
        return null;
    return isNegative ? negate(value) : value;
}
function isBlank(byte) {
    return byte === space || (byte !== undefined && byte >= tab && byte <= carriageReturn);
}
/** Beyond every radix for bytes that are no digits. */
function digitOf(byte) {
    if (byte === undefined || byte < zero)
        return 99;
    if (byte <= nine)
        return byte - zero;
    const letter = byte | 0x20;
    return letter >= 0x61 && letter <= 0x7a ? letter - 0x57 : 99;
}
