import { type Integer } from './integer.js';
/** An integer that a text begins with, and where it ends. */
interface IntegerText {
    readonly n: Integer;
    readonly i: number;
}
/**
 * Reads a whole text as an integer (l_str2int of Lua 5.3): blanks around it, a sign, decimal digits or 0x and hexadecimal ones.
 *
 * Hexadecimal digits wrap around at 64 bits; decimal ones beyond them are no integer (null), and Lua reads a float.
 */
export declare function readInteger(text: Uint8Array): IntegerText | null;
/** tonumber with a base from 2 to 36: digits and letters, a sign, blanks around them; wraps around at 64 bits. */
export declare function readRadix(text: Uint8Array, radix: number): Integer | null;
export {};
