import type { Candidate } from '../policy/policySpec.js';
import type { PolicyResult } from '../results/results.js';
import type { RunResult } from '../results/runResult.js';
import type { Scenario } from '../scenario/schema.js';
interface FinishedRuns {
    readonly candidate: Candidate;
    readonly scenario: Scenario;
    /** At least one, in the order of their numbers. */
    readonly runs: readonly RunResult[];
    /** The replication whose curves, decisions and events the document has. */
    readonly shown: number | undefined;
    readonly allowEmpty: boolean;
}
/** What the document says about one candidate whose runs went well. */
export declare function policyResult({ candidate, scenario, runs, shown, allowEmpty }: FinishedRuns): PolicyResult;
export {};
