import type { Allowance } from '../engine/limits/allowance.js';
import type { ScenarioResult } from '../results/results.js';
import type { CandidateRuns } from './candidateRuns.js';
import type { CellOutcome } from './cellTask.js';
import type { FinishedCell } from './finishedCell.js';
import type { KeptRuns } from './keptRuns.js';
import { type PlannedComparison } from './plan.js';
import { type PrecisionGoal } from './precisionGoal.js';
export type { FinishedCell } from './finishedCell.js';
export interface CompareOptions {
    /** Numbers of the replications, from 0. */
    readonly replications: readonly number[];
    /** Adds replications after these until it is reached. */
    readonly precision?: PrecisionGoal;
    readonly workerCount: number;
    readonly workerFile?: string;
    /** observation.context.environment */
    readonly environment?: string;
    /** How much each run may take. */
    readonly allowance?: Allowance;
    /** Absolute path for the events of the one run there is. */
    readonly eventsPath?: string;
    /** Name of the candidate the others are compared with; the first when left out. */
    readonly reference?: string;
    /** Thresholds without data pass. */
    readonly allowEmpty: boolean;
    /** Leaves out the other cells of the plan, counted from 0: one part of a comparison that several machines share. */
    readonly isMine?: (cellIndex: number) => boolean;
    /** Runs that need not be done again, and where those go that finish. */
    readonly kept?: KeptRuns;
    /** Ends what is running; what has finished is kept. */
    readonly signal: AbortSignal;
    /** Called a few times a second with the share that is done, 0..1. */
    readonly onProgress?: (share: number) => void;
}
export interface CompareOutcome {
    readonly scenarios: readonly ScenarioResult[];
    readonly completedCount: number;
    readonly totalCount: number;
    /** Every run with how it ended, in the order of the plan. */
    readonly cells: readonly FinishedCell[];
}
/** A mistake of dryscale inside a worker, with the stack of the worker. */
export declare class WorkerBugError extends Error {
    readonly name = "WorkerBugError";
    constructor(message: string, stack: string);
}
/**
 * Runs every candidate on every scenario and compares them.
 *
 * The results depend on nothing but the comparisons and the options that name runs: not on the workers, nor on which
 * finishes first.
 * @throws ProblemError when an input turns out damaged while running
 */
export declare function runPlannedComparisons(comparisons: readonly PlannedComparison[], options: CompareOptions): Promise<CompareOutcome>;
/** What a run ended with; its problems and bugs are thrown. */
export declare function throwProblems(outcome: CellOutcome): CellOutcome;
/** The candidates of one comparison in their order, with what has become of their runs. */
export declare function candidateRunsOf({ candidates }: PlannedComparison, comparisonIndex: number, finished: readonly FinishedCell[]): CandidateRuns[];
