import type { RecordedTable } from './recordedTable.js';
import { type Recording, type RecordingOptions } from './recording.js';
/** What the one service of a table is called: nothing in it has a name. */
export declare const tableService = "service";
/**
 * Observations of one service from recorded columns.
 *
 * A column is what `--metric` says, or what its name says; the others are looked through for the triggers of a manifest.
 * Without a count of instances the policy's last decision stands for it: the dry run of a configuration on recorded metrics.
 * @throws ProblemError when a name is unknown, no column is mapped, or a trigger has no series
 */
export declare function observationsOf(recorded: RecordedTable, options: RecordingOptions): Recording;
/** Stands for a trigger that no metric of ours stands for: its series is seen through its own feed only. */
export declare const standIn = "queue_depth";
