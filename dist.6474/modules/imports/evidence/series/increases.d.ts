/** Samples of a counter as rates, with what was met on the way. */
export interface Increases {
    readonly seconds: Float64Array;
    readonly values: Float64Array;
    /** Times at which it began again from zero. */
    readonly resetCount: number;
    /** Steps left out: it fell, but not to a beginning. First and last instant of each. */
    readonly left: readonly (readonly [number, number])[];
}
/**
 * The increase a second of a counter, from each sample to the next; stamped with the first of the two, for it holds from there.
 *
 * A counter that falls began again from zero, so its new value is its increase since, as Prometheus' rate() has it. Of a sum of
 * counters that is wrong: when one of a hundred pods restarts, the sum falls by a hundredth, and the rest is no increase. Such a step
 * would be a rate far above all others; it is left out.
 */
export declare function increases(seconds: Float64Array, values: Float64Array): Increases;
/** The lower median; 0 of nothing. */
export declare function median(values: Float64Array): number;
/** Share of steps on which values fall, and of those on which they rise. */
export declare function slopes(values: Float64Array): {
    readonly fallShare: number;
    readonly riseShare: number;
};
