/** Ticks 1, 2, 3, 5 (or 1, 2, 5, or 1, 3, or 1) of every decade, as dense as their distance in pixels allows; none nearer than that to a place that is taken. */
export declare function logTicks([low, high]: readonly [number, number], { pixels, apart, taken, }: {
    readonly pixels: number;
    readonly apart: number;
    readonly taken?: readonly number[];
}): number[];
/** Multiples of 1, 2 or 5 times a power of ten inside [low, high], at most `countMax` of them. */
export declare function linearTicks(low: number, high: number, countMax: number): number[];
/** Round times inside [from, until], at most `countMax`: since the begin, or of the clock where the run has one (`start`). */
export declare function timeTicks(from: number, until: number, countMax: number, start?: string): {
    ticks: number[];
    format(t: number): string;
};
