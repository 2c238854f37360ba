import type { Allowance } from '../engine/limits/allowance.js';
import type { Candidate } from '../policy/policySpec.js';
import type { Failure } from '../results/results.js';
import type { RecordRequest, ServiceRecord } from '../results/serviceRecord.js';
import type { Scenario } from '../scenario/schema.js';
/** How runs are done; nothing of it changes their results. */
export interface RunOptions {
    readonly workerCount: number;
    readonly workerFile?: string;
    readonly allowance?: Allowance;
    /** observation.context.environment */
    readonly environment?: string;
    readonly signal: AbortSignal;
}
export interface SeededRuns {
    readonly scenario: Scenario;
    readonly folder: string;
    readonly candidate: Candidate;
    readonly record: RecordRequest;
    /** Replications 0 to this. */
    readonly runCount: number;
}
/** Ends a backtest whose policy failed. */
export declare class BacktestFailure extends Error {
    readonly name = "BacktestFailure";
    readonly failure: Failure;
    constructor(failure: Failure);
}
/** What a recorder would have noted in each run. @throws ProblemError, BacktestFailure; the signal's reason when it is aborted */
export declare function runSeeds({ scenario, folder, candidate, record, runCount }: SeededRuns, options: RunOptions): Promise<ServiceRecord[]>;
