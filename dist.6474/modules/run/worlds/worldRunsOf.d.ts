import type { CellOutcome } from '../cellTask.js';
import type { FinishedCell } from '../finishedCell.js';
import type { PlannedComparison } from '../plan.js';
/** How the runs of the worlds ended, and those at the stated values beside them. */
export interface WorldRuns {
    /** [world][candidate] */
    readonly worlds: readonly (readonly (CellOutcome | undefined)[])[];
    /** [world][candidate] with the world's replication number. */
    readonly control: readonly (readonly (CellOutcome | undefined)[])[];
}
/** The runs of the worlds of one comparison, out of all that finished. `all` is what `withWorlds` gives. */
export declare function worldRunsOf(comparisonIndex: number, all: readonly PlannedComparison[], finished: readonly FinishedCell[]): WorldRuns;
