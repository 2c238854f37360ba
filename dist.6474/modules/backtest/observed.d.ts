import type { RecordedSeries, Recording } from '../results/recording.js';
import type { SeriesRole } from '../results/seriesRoles.js';
import type { RecordedBins, ServiceRecord } from '../results/serviceRecord.js';
import type { Scenario } from '../scenario/schema.js';
import { type Bins, type Samples } from './recordedGrid.js';
import type { Counting } from './seenCounts.js';
import type { Stretch } from './stretch.js';
/** The recorded count of instances, and what a recorder counts to get it. */
export interface RecordedCounts {
    readonly series: RecordedSeries;
    readonly counting: Counting;
}
/** Quantities that are means over bins. */
export declare const binnedKinds: readonly ['cpu', 'p50', 'p95', 'errors'];
export type BinnedKind = (typeof binnedKinds)[number];
/** What was recorded of one stretch, in the units of the measures but for latencies, which are seconds. */
export interface Recorded {
    readonly counts: (RecordedCounts & {
        readonly samples: Samples;
    }) | undefined;
    readonly binned: Partial<Readonly<Record<BinnedKind, Bins>>>;
    /** Requests that came in a bin, or its length where no rate was recorded. */
    weightOf(fromSeconds: number, untilSeconds: number): number;
}
/** A recorded stretch and the runs that did it again. */
export interface Observed {
    readonly recorded: Recorded;
    /** [run] */
    readonly runs: readonly ObservedRun[];
    /** Second 0 of the runs, on the recording's clock. */
    readonly zeroSeconds: number;
    /** Opposite changes at most so far apart are a flap. */
    readonly reversalSeconds: number;
}
export interface ObservedRun {
    readonly lives: ServiceRecord['lives'];
    readonly binned: Partial<Readonly<Record<BinnedKind, RecordedBins>>>;
}
export declare function seriesOf({ series }: Recording, role: SeriesRole): RecordedSeries | undefined;
/** The series that replicas are judged by. */
export declare function countsOf(recording: Recording): RecordedCounts | undefined;
/** What a recording has of a stretch. */
export declare function recordedIn(recording: Recording, stretch: Stretch, instance: Instance): Recorded;
type Instance = Scenario['services'][string]['instance'];
export {};
