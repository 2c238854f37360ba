import type { OpenSource } from '../../traffic/source.js';
/**
 * A rate curve as straight lines between a few points.
 *
 * Problem: k6 knows straight ramps only; days, crowds and traces are something else.
 * Idea: average the curve around the points of a regular grid, which keeps the number of arrivals; then take as few of
 * the points as possible so that the lines between them miss no other by more than a tolerance (longest line from each
 * point on); the tolerance grows until few enough are left.
 * Cost: points x length of a line, a few million steps.
 */
export interface Approximation {
    /** At the begin, per second. */
    readonly startRate: number;
    readonly stages: readonly {
        readonly durationSeconds: number;
        readonly ratePerSecond: number;
    }[];
    /** Largest miss at a point of the grid, as a share of the peak. */
    readonly worstErrorRatio: number;
    /** Arrivals too many (or, below 0, too few) as a share of all. */
    readonly totalErrorRatio: number;
    readonly peakPerSecond: number;
    readonly gridSeconds: number;
}
interface Span {
    readonly fromSeconds: number;
    readonly toSeconds: number;
}
/** Approximates an open source over a span; its arrivals are counted where it has no curve (a row per request). */
export declare function approximateCurve(source: OpenSource, { fromSeconds, toSeconds }: Span): Approximation;
export {};
