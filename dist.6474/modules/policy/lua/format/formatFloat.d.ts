import type { Conversion } from './parseFormat.js';
/** %e %f %g %a and their capitals, as glibc prints a double. */
export declare function formatFloat(value: number, conversion: Conversion): string;
/**
 * `x >= 0` with `precision` significant digits, as %g: an exponent below -4 and from the precision on, zeros at the
 * end only with `keepsZeros`.
 */
export declare function generalText(x: number, precision: number, keepsZeros: boolean): string;
