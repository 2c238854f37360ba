import { shortInteger, unsignedInteger, wrapInteger } from './integer.js';
/**
 * Lua's & | ~ << >> on 64 bits in two's complement. A hot file: hashes are loops over these.
 *
 * JavaScript's own work on 32 bits: a number is cut into two such halves, of which the upper keeps the sign.
 */
const half = 2 ** 32;
const safe = Number.MAX_SAFE_INTEGER;
const bitCount = 64;
/** 2^0 to 2^63: looking one up is faster than calculating it. */
const powers = Array.from({ length: bitCount }, (_, exponent) => 2 ** exponent);
const isSmall = (value) => (value | 0) === value;
const upper = (value) => Math.floor(value / half);
/** Only -2^53 of what two halves can be is not short enough for a number. */
function joined(high, low) {
    const value = high * half + (low >>> 0);
    return value >= -safe ? value : BigInt(value);
}
export function and(a, b) {
    if (typeof a === 'number' && typeof b === 'number') {
        return isSmall(a) && isSmall(b) ? a & b : joined(upper(a) & upper(b), a & b);
    }
    return shortInteger(BigInt(a) & BigInt(b));
}
export function or(a, b) {
    if (typeof a === 'number' && typeof b === 'number') {
        return isSmall(a) && isSmall(b) ? a | b : joined(upper(a) | upper(b), a | b);
    }
    return shortInteger(BigInt(a) | BigInt(b));
}
export function xor(a, b) {
    if (typeof a === 'number' && typeof b === 'number') {
        return isSmall(a) && isSmall(b) ? a ^ b : joined(upper(a) ^ upper(b), a ^ b);
    }
    return shortInteger(BigInt(a) ^ BigInt(b));
}
export function complement(a) {
    return typeof a === 'number' && a !== safe ? -1 - a : shortInteger(-1n - BigInt(a));
}
/** To the left by `count`, to the right where it is negative; zeros come in on both sides. */
export function shiftLeft(a, count) {
    if (count <= -bitCount || count >= bitCount)
        return 0;
    const places = Number(count);
    if (places < 0)
        return shiftRight(a, -places);
    if (typeof a === 'number') {
        const shifted = a * powers[places];
        if (shifted <= safe && shifted >= -safe)
            return shifted;
    }
    return wrapInteger(BigInt(a) << BigInt(places));
}
function shiftRight(a, count) {
    if (typeof a === 'number' && a >= 0)
        return Math.floor(a / powers[count]);
    return wrapInteger(BigInt(unsignedInteger(a)) >> BigInt(count));
}
