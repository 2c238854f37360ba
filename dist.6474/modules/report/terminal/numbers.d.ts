/** Three digits, as many as a reader can use: 0.0123, 1.23, 12.3, 123; thousands with commas and no false precision. */
export declare function threeDigits(value: number): string;
/** `240 ms`, `1.24 s`, `2m 05s`. */
export declare function latencyText(milliseconds: number): string;
/** `22 s`, `4m 10s`, `1h 05m`, `2d 03h`. */
export declare function spanText(seconds: number): string;
/** An instant of the run: `7m 45s` after its begin, or what its clock shows. */
export declare function instantText(seconds: number, start: string | undefined): string;
/** A share as percent with one decimal, rounded down: 99.96 % is not all, and 98.96 % is not 99 %. */
export declare function percentText(share: number): string;
