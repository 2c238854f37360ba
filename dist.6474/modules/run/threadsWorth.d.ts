import type { PlannedComparison } from './plan.js';
/**
 * How many threads these runs are worth, before anything runs: 0 for runs that are shorter than the start of a thread.
 *
 * Traffic that cannot be known counts as unlimited.
 */
export declare function threadsWorth(comparisons: readonly PlannedComparison[], runCount: number): number;
