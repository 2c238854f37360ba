import type { EvidenceOptions } from '../evidenceReader.js';
import type { SeriesCandidate } from './seriesCandidate.js';
import { type SeriesMeta } from './seriesMeta.js';
/** Takes the samples of one series. */
export interface SeriesSink {
    /** @param value NaN where there is none */
    add(seconds: number, value: number): void;
}
/** What the series of a file come to. */
export interface CollectedSeries {
    readonly candidates: readonly SeriesCandidate[];
    /** Series without a role. */
    readonly unused: readonly string[];
    /** Series with a role and no number, or with counts of a step that nothing tells. */
    readonly empty: readonly string[];
    readonly seriesCount: number;
    readonly isInMilliseconds: boolean;
    readonly firstSeconds: number;
    readonly lastSeconds: number;
    /** Every name by which `--series` could mean one of them. */
    readonly names: ReadonlySet<string>;
}
/**
 * The series of one file, on their way into groups: whatever shows one thing of one workload.
 *
 * Series come in any order, in one piece or in several, and thousands of them; what is held is one sum for each group, and the samples
 * of the latest series.
 */
export declare class SeriesCollector {
    #private;
    constructor(file: string, options: EvidenceOptions);
    /** A series begins, or goes on; undefined where nothing is done with its samples. */
    begin(meta: SeriesMeta): SeriesSink | undefined;
    /** Series so far. */
    get count(): number;
    /** @param windowOf the rate window of an answer, by its title, where it is told beside the series */
    finish(windowOf?: (title: string) => number | undefined): CollectedSeries;
}
