import type { Spread } from './spread.js';
/** How far a mean over runs is from the precision asked. */
export interface Precision {
    /** Half-width of the interval over the mean; undefined with fewer than two values, or a mean of 0 that varies. */
    readonly relativeHalfWidth: number | undefined;
    readonly isReached: boolean;
    /** Runs that would probably do; Infinity when no number would. */
    readonly runsExpected: number;
}
/**
 * Whether the mean over runs is known to `ratio` of itself.
 *
 * The half-width must be at most ratio / (1 + ratio) of the mean that was seen: the true mean may be smaller by as much.
 * @param ratio > 0
 * @see Law, "Simulation Modeling and Analysis", section 9.4.1, relative error
 */
export declare function precisionOf(values: readonly number[], ratio: number, spread?: Spread): Precision;
