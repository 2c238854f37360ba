import type { ExitCode } from '../base/exitCode.js';
import { type Problem } from '../base/problem.js';
import { type ResultDocument } from '../results/results.js';
import type { Options } from './options.js';
import type { Output } from './output.js';
import { type ReportPlan } from './reportFiles.js';
/** Results with everything that showing and judging them needs. */
interface Finishing {
    readonly document: ResultDocument;
    readonly options: Options;
    readonly output: Output;
    /** Which files to write, if any. */
    readonly plan: ReportPlan | undefined;
    /** Read before the runs; undefined when there is none. */
    readonly baseline: ResultDocument | undefined;
    /** Name of the reference; the first candidate when left out. */
    readonly reference: string | undefined;
    /** Thresholds and measures without data pass. */
    readonly allowEmpty: boolean;
    /** Scenario files as the user wrote them, in the order of the scenarios. */
    readonly files: readonly string[];
    /** The command to type again. */
    readonly again: string;
    /** How long the runs took; unknown to a merge. */
    readonly wallSeconds: number | undefined;
    readonly isInterrupted: boolean;
    /** What the user should know and need not mend. */
    readonly warnings: readonly Problem[];
}
/** Compares with the baseline, writes the reports, shows the results and judges them. */
export declare function finishDocument(finishing: Finishing): Promise<ExitCode>;
export {};
