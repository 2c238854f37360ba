import type { Segment } from '../segment.js';
import type { RateCurve } from '../source.js';
/**
 * The rate curve of a trace: two numbers (16 bytes) a row, not the rows.
 *
 * Rates that rise or fall within a row come from interpolated gaps only, which are few; they are kept aside.
 * `at` takes O(log rows), `integral` the rows inside its range.
 * @param segments in time order and without holes between them
 */
export declare function traceCurve(segments: Iterable<Segment>): RateCurve;
