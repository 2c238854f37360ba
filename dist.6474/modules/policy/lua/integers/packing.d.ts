import { type Integer } from './integer.js';
/** Whether string.pack may write an integer in so many bytes with a sign, or without one. */
export declare function fits(value: Integer, byteCount: number, isSigned: boolean): boolean;
/** The bytes of an integer; more than eight repeat the sign of a signed one, and are 0 else. */
export declare function integerBytes(value: Integer, byteCount: number, isLittle: boolean, isSigned: boolean): Uint8Array;
/** What string.unpack reads; undefined when the bytes beyond the eighth say that it has more than 64 bits. */
export declare function bytesInteger(bytes: Uint8Array, isLittle: boolean, isSigned: boolean): Integer | undefined;
