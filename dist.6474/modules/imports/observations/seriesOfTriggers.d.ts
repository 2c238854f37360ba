import type { Recordable } from '../../platforms/platform.js';
import type { RecordedColumn } from './recordedTable.js';
import type { RecordingOptions } from './recording.js';
/** A series that was taken for what a manifest reads, and why. */
export interface TakenSeries {
    readonly of: Recordable;
    readonly column: RecordedColumn;
    readonly because: string;
}
/**
 * Finds the recorded series of each trigger: by `--metric`, by the trigger's names, by its query, or as the only one left.
 *
 * @param free columns that nothing else has claimed
 * @param hasMetric whether the recording has this metric of ours
 * @throws ProblemError naming the triggers without a series and the series without a trigger
 */
export declare function seriesOfTriggers(free: readonly RecordedColumn[], { file, metricNames: given, manifest }: RecordingOptions, hasMetric: (name: string | undefined) => boolean): TakenSeries[];
