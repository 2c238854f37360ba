import type { PolicyResult } from '../results/results.js';
import type { RunResult } from '../results/runResult.js';
import type { Scenario } from '../scenario/schema.js';
/** The runs behind a result: what a threshold that the scenario does not name is judged on. */
export interface Samples {
    readonly scenario: Scenario;
    readonly runs: readonly RunResult[];
}
/** Remembers the runs of a result for as long as the result lives. */
export declare function keepRuns(result: PolicyResult, samples: Samples): void;
/** The runs of a result made in this process; undefined for one read from a file. */
export declare function samplesOf(result: PolicyResult): Samples | undefined;
