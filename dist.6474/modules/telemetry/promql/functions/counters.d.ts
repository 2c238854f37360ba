import type { RangeEntry } from '../vector.js';
interface Span {
    readonly fromSeconds: number;
    readonly toSeconds: number;
}
/**
 * Growth of a counter over a span, or the change of a gauge, extended to the ends of the span.
 *
 * Problem: samples lie somewhere within the span. Idea: the change between the first and the last is stretched to the
 * ends where samples can be expected there (closer than 1.1 mean distances), else by half a distance; a counter is not
 * stretched below zero. Resets add what was lost. Source: extrapolatedRate of Prometheus, promql/functions.go. Without deviation.
 */
export declare function extrapolated({ points }: Pick<RangeEntry, 'points'>, { fromSeconds, toSeconds }: Span, { isCounter, isRate }: {
    readonly isCounter: boolean;
    readonly isRate: boolean;
}): number | undefined;
/** Between the last two samples: `irate` and `idelta`. */
export declare function instantChange({ points }: Pick<RangeEntry, 'points'>, isRate: boolean): number | undefined;
/** Slope of the least squares through all points, per second. */
export declare function slope({ points }: Pick<RangeEntry, 'points'>): number | undefined;
export {};
