/**
 * An integer of Lua, which has 64 bits: a number where doubles are exact (up to 2^53 - 1), a bigint beyond that.
 *
 * Never the other way round, and never -0: so `===` compares integers, and they are keys of a Map.
 */
export type Integer = number | bigint;
export declare const maxInteger: bigint;
export declare const minInteger: bigint;
/** Modulo 2^64, as Lua's arithmetic wraps around. */
export declare function wrapInteger(value: bigint): Integer;
/** As a number, where that is exact: the end of every calculation with bigints. */
export declare function shortInteger(value: bigint): Integer;
/** The integer that a float is equal to; false for fractions and beyond 64 bits, as fengari says it. */
export declare function floatToInteger(value: number): Integer | false;
/** The nearest float. */
export declare function integerToFloat(value: Integer): number;
/** The bits of an integer as a number from 0 to 2^64 - 1. */
export declare function unsignedInteger(value: Integer): Integer;
