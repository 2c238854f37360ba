import { type Integer } from './integer.js';
export declare function and(a: Integer, b: Integer): Integer;
export declare function or(a: Integer, b: Integer): Integer;
export declare function xor(a: Integer, b: Integer): Integer;
export declare function complement(a: Integer): Integer;
/** To the left by `count`, to the right where it is negative; zeros come in on both sides. */
export declare function shiftLeft(a: Integer, count: Integer): Integer;
