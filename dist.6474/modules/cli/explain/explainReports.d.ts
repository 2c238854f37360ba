import type { Options } from '../options.js';
import type { Output } from '../output.js';
import type { Explanation } from './explanation.js';
import { type Finding } from './findingsOf.js';
/** What `--report` of `explain` may name. */
export declare const explainReportNames: readonly string[];
interface ExplainReportPlan {
    /** @throws ProblemError with exit code 106 */
    write(explanation: Explanation, output: Output): Promise<void>;
}
/**
 * What `--report` and `--out` ask for; the folder is made and tried at once.
 *
 * On GitHub's runners the annotations come unasked, as those of `compare` do.
 * @throws ProblemError with exit code 2 for a report there is none of, 106 when the folder cannot be written
 */
export declare function planExplainReports({ report, out, json }: Options): ExplainReportPlan;
/**
 * Findings as annotations on GitHub, beside their lines.
 *
 * @param pathOf a file's path from the root of the repository
 */
export declare function annotationLines(findings: readonly Finding[], pathOf: (file: string) => string): string[];
/** A suite a file: a case for each manifest and each error of it; a file that is refused is an error. Warnings fail nothing. */
export declare function explanationJunit({ files }: Explanation, version: string): string;
export {};
