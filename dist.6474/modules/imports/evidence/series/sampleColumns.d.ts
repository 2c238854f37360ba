/** Samples of one series in typed columns: 16 bytes each, and never more than 32 MB. */
export declare class SampleColumns {
    #private;
    /** Each kept sample stands for so many of the file; the mean of rates, the last of a counter. */
    mergedCount: number;
    get count(): number;
    get seconds(): Float64Array;
    get values(): Float64Array;
    add(seconds: number, value: number): void;
    /** Into the order of time, of samples of one instant the first. @returns how many stood there again */
    sort(): number;
}
