import type { Allowance } from '../../engine/limits/allowance.js';
import type { Limit, PlannedRun } from './limit.js';
/** Everything that is estimated of one run before it runs. */
export declare const limits: readonly Limit[];
/**
 * Refuses what would take too much before it takes it.
 *
 * @throws ProblemError with exit code 106: one problem for each limit
 */
export declare function rejectTooMuch(run: PlannedRun, allowance: Allowance): void;
