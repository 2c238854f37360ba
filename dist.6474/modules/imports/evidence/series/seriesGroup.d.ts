import type { Classified } from './classify.js';
import type { Points } from './points.js';
import type { SampleColumns } from './sampleColumns.js';
import type { SeriesMeta } from './seriesMeta.js';
import { type Combination } from './sumGrid.js';
/** What is worth a warning, counted over all series of a group. */
export interface GroupFaults {
    /** Samples without a number. */
    emptyCount: number;
    /** Samples of an instant that had one. */
    doubleCount: number;
    resetCount: number;
    /** Each point stands for so many samples of the file. */
    mergedCount: number;
    /** Named like a counter, but not one: it falls on this share of its steps. */
    fallShare: number;
    /** Not known as a counter, but it only ever rises. */
    isRising: boolean;
    /** And begins so high that it is taken for one. */
    isTakenAsCounter: boolean;
    /** Steps of a sum of counters that fell. */
    leftOut: (readonly [number, number])[];
}
export declare function noFaults(): GroupFaults;
/**
 * The series that show one thing of one workload, as one: the pods of a Deployment, the codes of its answers.
 *
 * A single one stays as it is. Of several each is forgotten as soon as it is in the sum: files have thousands of them.
 */
export declare class SeriesGroup {
    #private;
    readonly meta: SeriesMeta;
    readonly classified: Classified;
    readonly faults: GroupFaults;
    seriesCount: number;
    /** The shortest distance of two samples of one series. */
    leastStepSeconds: number;
    constructor(meta: SeriesMeta, classified: Classified, combination: Combination);
    /** Labels that all its series share. */
    get labels(): Readonly<Record<string, string>>;
    get isCounter(): boolean;
    /** @param carriedCount so many samples at the beginning are in it already: only a counter needs them */
    add(samples: SampleColumns, labels: Readonly<Record<string, string>>, carriedCount: 0 | 1): void;
    /** Its points, in the unit of its form; none where nothing was recorded. */
    points(): Points;
}
