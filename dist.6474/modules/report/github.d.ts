import { type GateRule } from '../results/judged.js';
import { type ResultDocument } from '../results/results.js';
interface AnnotationContext {
    readonly gate: GateRule;
    /** Scenario files in the order of the scenarios, as paths of the repository. */
    readonly files: readonly string[];
}
/** Workflow commands that GitHub shows beside the files: what fails the command as errors, the worst first. */
export declare function githubAnnotations({ scenarios }: ResultDocument, { gate, files }: AnnotationContext): string[];
export {};
