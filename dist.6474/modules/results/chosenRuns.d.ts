import { type PolicyResult, type ResultDocument, type ScenarioResult } from './results.js';
/** The runs of one policy in one scenario. */
export interface ChosenRun {
    readonly scenario: ScenarioResult;
    readonly policy: PolicyResult;
}
/**
 * The runs of the policies that `--policy` names, in every scenario of a document; without a name those of its only policy.
 *
 * @throws ProblemError with exit code 2 for an unknown name, or without a name where there are several
 */
export declare function chosenRuns({ scenarios }: ResultDocument, wanted: readonly string[]): ChosenRun[];
/** The only one of the chosen runs. @throws ProblemError with exit code 2, as `chosenRuns`, and where there are several */
export declare function chosenRun(document: ResultDocument, wanted: readonly string[]): ChosenRun;
