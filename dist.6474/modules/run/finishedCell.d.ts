import type { CellOutcome } from './cellTask.js';
import type { Cell } from './plan.js';
/** A run of the plan and how it ended. */
export interface FinishedCell {
    readonly cell: Cell;
    readonly outcome: CellOutcome;
}
