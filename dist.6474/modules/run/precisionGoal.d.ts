import type { CandidateRuns } from './candidateRuns.js';
/** `--precision`: runs are added until every policy's mean of these measures is known so well. */
export interface PrecisionGoal {
    /** Relative half-width, > 0. */
    readonly ratio: number;
    readonly measures: readonly string[];
    /** Replications at which it ends, reached or not. */
    readonly maxRunCount: number;
}
/** How far one scenario is. */
export interface GoalStatus {
    readonly isReached: boolean;
    /** Replications that would probably do, at most the cap. */
    readonly runsExpected: number;
    /** The farthest from its goal, if any is left. */
    readonly worst: {
        readonly policy: string;
        readonly measure: string;
        readonly ratio: number | undefined;
    } | undefined;
}
/**
 * How far the runs of one scenario are from the goal.
 *
 * A measure without data, or unanswered in some run, has no mean that more runs could sharpen; it holds nothing up.
 */
export declare function statusOf(goal: PrecisionGoal, runsByCandidate: readonly CandidateRuns[], names: readonly string[]): GoalStatus;
