import type { GateRule } from '../results/judged.js';
import type { ResultDocument } from '../results/results.js';
import type { Output } from './output.js';
interface GithubTelling {
    readonly document: ResultDocument;
    readonly gate: GateRule;
    readonly output: Output;
    readonly files: readonly string[];
    /** `--report github`. */
    readonly isAsked: boolean;
    /** `--json` has stdout for itself. */
    readonly isStdoutTaken: boolean;
}
/**
 * Annotations as lines, and the summary of the step where GitHub gives a file for it.
 *
 * @throws ProblemError with exit code 106 when the summary cannot be written
 */
export declare function tellGithub(telling: GithubTelling): Promise<void>;
/** Adds to a file that is not ours, all of the text or nothing. @throws ProblemError with exit code 106 */
export declare function appendText(path: string, text: string): void;
export {};
