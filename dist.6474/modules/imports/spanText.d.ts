/** A span for reading, cut to its two largest units: `3d11h`, `1m33s`. */
export declare function spanText(seconds: number): string;
