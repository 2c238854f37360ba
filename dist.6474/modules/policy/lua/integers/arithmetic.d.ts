import { type Integer } from './integer.js';
export declare function add(a: Integer, b: Integer): Integer;
export declare function subtract(a: Integer, b: Integer): Integer;
export declare function multiply(a: Integer, b: Integer): Integer;
export declare function negate(a: Integer): Integer;
/** a % b with the sign of b; b is not 0. */
export declare function modulo(a: Integer, b: Integer): Integer;
/** a // b, rounded down; b is not 0. */
export declare function floorDivide(a: Integer, b: Integer): Integer;
/** math.fmod: a % b with the sign of a; b is not 0. */
export declare function remainder(a: Integer, b: Integer): Integer;
/** C's pow: 1 to any power and -1 to an infinite one are 1, where JavaScript says NaN. */
export declare function power(base: number, exponent: number): number;
/**
 * The counter of `for i = first, limit, step` before its first step: may lie outside of 64 bits.
 *
 * It never wraps around, as in Lua 5.4: in 5.3 a loop up to math.maxinteger never ends.
 */
export declare function beforeFirst(first: Integer, step: Integer): Integer;
/** The next counter; NaN, which no limit admits, beyond 64 bits. */
export declare function nextCounter(counter: Integer, step: Integer): Integer;
