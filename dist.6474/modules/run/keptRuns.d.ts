import type { RunResult } from '../results/runResult.js';
import type { CellTask } from './cellTask.js';
/** A run as it is handed to a worker. */
export type RunTask = Omit<CellTask, 'watch'>;
/** Runs that finished in an earlier comparison, and a place for those that finish in this one. */
export interface KeptRuns {
    /** The result of this very run where it is known. */
    find(task: RunTask): RunResult | undefined;
    /** Called when a run has finished, in no particular order. */
    keep(task: RunTask, result: RunResult): void;
}
