import type { Failure } from '../results/results.js';
import type { RunResult } from '../results/runResult.js';
import { type CompareOptions } from '../run/compare.js';
import type { PlannedComparison } from '../run/plan.js';
/** Runs that are asked for: a scenario with one candidate, or one for each replication. */
export interface AskedSetting {
    comparisonOf(replication: number): PlannedComparison;
    readonly replications: readonly number[];
}
export type SettingRuns = {
    readonly runs: readonly RunResult[];
} | {
    readonly failure: Failure;
};
type RunnerOptions = Pick<CompareOptions, 'workerCount' | 'workerFile' | 'environment' | 'allowance' | 'signal'> & {
    /** Called as runs end, with how many have in all. */
    readonly onRun?: (count: number) => void;
};
/** Runs of settings on the threads of the process; what comes back does not depend on how many there are. */
export declare class PointRunner {
    #private;
    constructor(options: RunnerOptions);
    /**
     * One outcome for each setting, its runs in the order of their numbers.
     *
     * @throws what the signal was aborted with; ProblemError for input that turns out damaged
     */
    run(asked: readonly AskedSetting[]): Promise<readonly SettingRuns[]>;
    close(): void;
}
export {};
