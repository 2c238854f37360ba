import { type ScenarioResult } from '../results/results.js';
import type { CandidateRuns } from './candidateRuns.js';
import type { PlannedComparison } from './plan.js';
import type { GoalStatus, PrecisionGoal } from './precisionGoal.js';
import type { WorldRuns } from './worlds/worldRunsOf.js';
interface ResultOptions {
    /** Name of the candidate the others are compared with; the first when left out. */
    readonly reference?: string;
    readonly allowEmpty: boolean;
    /** How far `--precision` came. */
    readonly status?: GoalStatus & {
        readonly goal: PrecisionGoal;
    };
    readonly worldRuns?: WorldRuns;
}
/** Everything the document says about one scenario. `candidates` are in the order of the comparison's candidates. */
export declare function scenarioResult(comparison: PlannedComparison, runsByCandidate: readonly CandidateRuns[], options: ResultOptions): ScenarioResult;
export {};
