import type { Allowance } from '../engine/limits/allowance.js';
import type { CellPool, RunningCell } from './cellPool.js';
import type { KeptRuns } from './keptRuns.js';
import type { Cell, PlannedComparison } from './plan.js';
interface CellOptions {
    readonly environment?: string;
    readonly allowance?: Allowance;
    readonly eventsPath?: string;
    readonly kept?: KeptRuns;
    readonly signal: AbortSignal;
}
/**
 * Submits runs. One that fails cancels the later ones of its candidate, never the earlier ones: which failure is reported
 * must not depend on which worker was faster.
 */
export declare function startCells(pool: CellPool, cells: readonly Cell[], comparisons: readonly PlannedComparison[], options: CellOptions): RunningCell[];
export {};
