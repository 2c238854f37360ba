import type { Conversion } from './parseFormat.js';
interface NumberText {
    /** A sign, and 0x of hexadecimal numbers: zeros go behind it. */
    readonly prefix: string;
    readonly digits: string;
    /** Whether the flag 0 holds: not for inf, nan and integers with a precision. */
    readonly mayPadZero: boolean;
}
/** A number's text in the width of its conversion. */
export declare function padNumber({ prefix, digits, mayPadZero }: NumberText, conversion: Conversion): string;
/** The sign that a signed conversion shows. */
export declare function signText(isNegative: boolean, { hasPlus, hasSpace }: Conversion): string;
export {};
