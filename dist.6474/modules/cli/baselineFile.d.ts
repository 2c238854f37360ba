import type { RegressionLimit } from '../results/regressionLimit.js';
import type { ResultDocument } from '../results/results.js';
import { type BaselineOptions } from './baselineOptions.js';
/** The scenarios that will run, with their candidates, by name. */
interface PlannedNames {
    readonly scenario: string;
    readonly candidates: readonly string[];
    /** Whether a revision says what became of them: then the baseline need not know them. */
    readonly hasRevision: boolean;
}
/**
 * Reads the baseline before anything runs, and finds out whether there is something to compare.
 *
 * @returns undefined when there is none, or when it is to be written; its place is tried then
 * @throws ProblemError with exit code 104 when it cannot be read or knows none of the names, 106 when it cannot be written
 */
export declare function readBaseline(options: BaselineOptions | undefined, planned: readonly PlannedNames[]): ResultDocument | undefined;
/** The document with what the baseline says of it, and what became of policies since a revision. */
export declare function withBaseline(document: ResultDocument, { baseline, limits: asked, allowEmpty }: BaselineComparison): ResultDocument;
interface BaselineComparison {
    readonly baseline: ResultDocument | undefined;
    /** `--max-regression`, if given. */
    readonly limits: readonly RegressionLimit[] | undefined;
    readonly allowEmpty: boolean;
}
/** Writes the baseline, whole or not at all. @throws ProblemError with exit code 106 */
export declare function writeBaseline({ file }: BaselineOptions, document: ResultDocument): void;
export {};
