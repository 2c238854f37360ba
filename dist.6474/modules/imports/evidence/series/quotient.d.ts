import type { Points } from './points.js';
import type { SeriesCandidate } from './seriesCandidate.js';
/**
 * One series divided by another, at the instants of the divisor that are above 0.
 *
 * @param isSparse where nothing is recorded above, nothing was to be counted: 0
 */
export declare function quotient(above: Points, below: SeriesCandidate, isSparse: boolean): Points;
