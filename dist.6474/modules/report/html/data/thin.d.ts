import type { Samples, TimelineRow } from '../charts/timelineData.js';
/**
 * At most `countMax` samples, each of a whole number of the old steps.
 *
 * `max` keeps every spike, as a latency needs; `mean` keeps the area, as a rate needs.
 */
export declare function thinSamples({ stepSeconds, values }: Samples, countMax: number, keep: 'max' | 'mean'): Samples;
type Change = TimelineRow['changes'][number];
/** At most about `countMax` changes: all, or the first, least spare, most ready and last of equal spans, in order of occurrence. */
export declare function thinChanges(changes: readonly Change[], countMax: number): readonly Change[];
export {};
