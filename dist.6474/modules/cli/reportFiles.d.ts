import type { Reporter } from '../report/report.js';
import type { GateRule } from '../results/judged.js';
import type { ResultDocument } from '../results/results.js';
import type { Options } from './options.js';
/** Which files to write, and where. */
export interface ReportPlan {
    readonly folder: string;
    readonly reporters: readonly Reporter[];
}
/** Where reports go when nobody says. */
export declare const defaultFolder = "reports/latest";
/**
 * What `--out` and `--report` ask for; the folder is made and tried at once.
 *
 * @param always write even when neither is given
 * @returns undefined when no file is to be written
 * @throws ProblemError with exit code 2 for a report there is none of, 106 when the folder cannot be written
 */
export declare function planReports({ out, report, baseline }: Options, always: boolean): ReportPlan | undefined;
/** Whether `--report` names the annotations. */
export declare function asksForAnnotations({ report }: Options): boolean;
export interface WrittenReports {
    readonly paths: readonly string[];
    /** Those that were left out, a sentence each. */
    readonly leftOut: readonly string[];
}
/** Writes the planned files, all of one comparison. @throws ProblemError with exit code 106 */
export declare function writeReports(plan: ReportPlan, document: ResultDocument, gate: GateRule): Promise<WrittenReports>;
