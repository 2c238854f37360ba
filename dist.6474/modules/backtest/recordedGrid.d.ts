import type { RecordedSeries } from '../results/recording.js';
import { type Stretch } from './stretch.js';
/** Values of a recorded series at instants, both of the recording's clock. */
export interface Samples {
    readonly seconds: readonly number[];
    readonly values: readonly number[];
}
/** Means of a recorded series over bins; null where a hole or the edge of the stretch leaves none. */
export interface Bins {
    /** One more than values. */
    readonly edges: readonly number[];
    readonly values: readonly (number | null)[];
}
/** What a series covers; one that was noted at changes holds until `endSeconds`. */
export declare function extentOf(series: RecordedSeries, endSeconds: number): Stretch;
/** Seconds of a stretch that a sampled series has nothing of. */
export declare function holeSeconds(series: RecordedSeries, { fromSeconds, toSeconds }: Stretch): number;
/** The value that holds at each instant of a grid: the recorder's own points, or every second between changes. */
export declare function samplesOf(series: RecordedSeries, stretch: Stretch): Samples;
/** Each point as the bin until the next; what is not wholly inside the stretch is left out. */
export declare function binsOf(series: RecordedSeries, stretch: Stretch): Bins;
/** The value of a series that holds at an instant; undefined before its first point. */
export declare function valueAt({ points }: RecordedSeries, seconds: number): number | undefined;
