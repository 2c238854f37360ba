import { maxInteger, minInteger, shortInteger, wrapInteger } from './integer.js';
/**
 * Arithmetic of Lua's integers. A hot file: the interpreter calls these for every + - * // % of two integers.
 *
 * A result of two numbers that is not beyond 2^53 - 1 is exact, for rounding keeps the order; any other is computed again with bigints.
 */
const safe = Number.MAX_SAFE_INTEGER;
export function add(a, b) {
    if (typeof a === 'number' && typeof b === 'number') {
        const sum = a + b;
        if (sum <= safe && sum >= -safe)
            return sum;
    }
    return wrapInteger(BigInt(a) + BigInt(b));
}
export function subtract(a, b) {
    if (typeof a === 'number' && typeof b === 'number') {
        const difference = a - b;
        if (difference <= safe && difference >= -safe)
            return difference;
    }
    return wrapInteger(BigInt(a) - BigInt(b));
}
export function multiply(a, b) {
    if (typeof a === 'number' && typeof b === 'number') {
        const product = a * b;
        // + 0: 0 * -1 is -0 in JavaScript.
        if (product <= safe && product >= -safe)
            return product + 0;
    }
    return wrapInteger(BigInt(a) * BigInt(b));
}
export function negate(a) {
    return typeof a === 'number' ? 0 - a : wrapInteger(-a);
}
/** a % b with the sign of b; b is not 0. */
export function modulo(a, b) {
    if (typeof a === 'number' && typeof b === 'number') {
        const rest = a % b;
        return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest + 0;
    }
    const divisor = BigInt(b);
    const rest = BigInt(a) % divisor;
    return wrapInteger(rest !== 0n && rest < 0n !== divisor < 0n ? rest + divisor : rest);
}
/** A quotient of smaller numbers is never rounded up to a whole one: the next lower fraction is nearer. */
const quickDivisionLimit = 2 ** 52;
/** a // b, rounded down; b is not 0. */
export function floorDivide(a, b) {
    if (typeof a === 'number' &&
        typeof b === 'number' &&
        Math.abs(a) < quickDivisionLimit &&
        Math.abs(b) < quickDivisionLimit) {
        return Math.floor(a / b) + 0;
    }
    const [dividend, divisor] = [BigInt(a), BigInt(b)];
    const quotient = dividend / divisor;
    const isRoundedUp = dividend < 0n !== divisor < 0n && dividend % divisor !== 0n;
    return wrapInteger(isRoundedUp ? quotient - 1n : quotient);
}
/** math.fmod: a % b with the sign of a; b is not 0. */
export function remainder(a, b) {
    if (typeof a === 'number' && typeof b === 'number')
        return (a % b) + 0;
    return wrapInteger(BigInt(a) % BigInt(b));
}
/** C's pow: 1 to any power and -1 to an infinite one are 1, where JavaScript says NaN. */
export function power(base, exponent) {
    if (base === 1 || (base === -1 && Math.abs(exponent) === Number.POSITIVE_INFINITY))
        return 1;
    return base ** exponent;
}
/**
 * The counter of `for i = first, limit, step` before its first step: may lie outside of 64 bits.
 *
 * It never wraps around, as in Lua 5.4: in 5.3 a loop up to math.maxinteger never ends.
 */
export function beforeFirst(first, step) {
    if (typeof first === 'number' && typeof step === 'number') {
        const before = first - step;
        if (before <= safe && before >= -safe)
            return before;
    }
    return shortInteger(BigInt(first) - BigInt(step));
}
/** The next counter; NaN, which no limit admits, beyond 64 bits. */
export function nextCounter(counter, step) {
    if (typeof counter === 'number' && typeof step === 'number') {
        const next = counter + step;
        if (next <= safe && next >= -safe)
            return next;
    }
    const next = BigInt(counter) + BigInt(step);
    return next >= minInteger && next <= maxInteger ? shortInteger(next) : Number.NaN;
}
