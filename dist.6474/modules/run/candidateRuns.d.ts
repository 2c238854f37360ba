import type { Failure } from '../results/results.js';
import type { RunResult } from '../results/runResult.js';
/** One candidate on one scenario, after its runs. Runs are in the order of their numbers. */
export interface CandidateRuns {
    readonly runs: readonly RunResult[];
    readonly failure: Failure | undefined;
}
