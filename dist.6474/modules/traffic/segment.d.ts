import type { RateShape } from './source.js';
/** A stretch of a rate curve. Offsets are seconds since its begin; areas are expected arrivals since its begin. */
export interface Segment {
    readonly fromSeconds: number;
    /** Length, seconds; may be Infinity. */
    readonly lengthSeconds: number;
    /** Expected arrivals in the whole segment. */
    readonly area: number;
    /** How the rate moves within it; smooth when left out. */
    readonly shape?: RateShape;
    rateAt(offsetSeconds: number): number;
    areaAt(offsetSeconds: number): number;
    /** The first offset at which the area is reached; 0 <= area <= the segment's. */
    offsetOf(area: number): number;
}
export interface RateLine {
    readonly fromSeconds: number;
    readonly lengthSeconds: number;
    /** Arrivals per time unit at the begin and at the end. */
    readonly fromRate: number;
    readonly toRate: number;
    /**
     * Seconds of the unit that the rates count in; 1 when left out.
     *
     * Rates are divided last, so that 29 arrivals per 7 s are 1,740 in 420 s and not a rounding more or less.
     */
    readonly timeUnitSeconds?: number;
}
/** A rate that runs straight from one value to another; constant when they are equal. */
export declare function linearSegment({ fromSeconds, lengthSeconds, fromRate, toRate, timeUnitSeconds, }: RateLine): Segment;
export interface SmoothCurve {
    readonly fromSeconds: number;
    readonly lengthSeconds: number;
    rateAt(offsetSeconds: number): number;
    areaAt(offsetSeconds: number): number;
}
/** A segment whose area has no closed inverse: Newton, kept inside a bracket that bisection would halve. */
export declare function smoothSegment(curve: SmoothCurve): Segment;
