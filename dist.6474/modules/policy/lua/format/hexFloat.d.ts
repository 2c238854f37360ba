/** `x >= 0`, finite, as %a behind its 0x: 1.8p+1. Ties of a precision go to even, as in glibc. */
export declare function hexFloat(x: number, precision: number | undefined, keepsPoint: boolean): string;
