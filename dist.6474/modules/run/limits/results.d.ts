import type { Allowance } from '../../engine/limits/allowance.js';
import type { PlannedComparison } from '../plan.js';
export interface PlannedResults {
    readonly comparisons: readonly PlannedComparison[];
    /** Runs of each candidate, at most. */
    readonly runCount: number;
    /** Parts that share the runs; each keeps the curves of all its runs. */
    readonly shardCount?: number | undefined;
}
/** What all results of a comparison take in memory until it is written. */
export declare function resultBytes({ comparisons, runCount, shardCount }: PlannedResults): number;
/** Refuses a comparison whose results would not fit. @throws ProblemError with exit code 106 */
export declare function rejectLargeResults(planned: PlannedResults, { memoryBytes }: Allowance): void;
