import { type ExitCode } from '../base/exitCode.js';
import { type GateRule } from '../results/judged.js';
import { type ResultDocument } from '../results/results.js';
interface Gate extends GateRule {
    readonly isInterrupted: boolean;
}
/** The exit code of a document: interrupted before failed policies before thresholds and baseline (docs/ci.md, "Exit codes"). */
export declare function gateExitCode({ scenarios }: Pick<ResultDocument, 'scenarios'>, gate: Gate): ExitCode;
export {};
