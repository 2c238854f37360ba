import { type RegressionLimit } from '../results/regressionLimit.js';
import type { ScenarioResult } from '../results/results.js';
/** What `--baseline` and `--update-baseline` ask for. */
export interface BaselineOptions {
    /** As the user wrote it. */
    readonly file: string;
    /** Write the file instead of comparing with it. */
    readonly isUpdate: boolean;
}
interface BaselineTexts {
    readonly file: string | undefined;
    readonly isUpdate: boolean;
}
/** @throws ProblemError with exit code 2 for an update of no file */
export declare function readBaselineOptions({ file, isUpdate }: BaselineTexts): BaselineOptions | undefined;
/** `--max-regression`; undefined when it is not given. @throws ProblemError with exit code 2 for a limit that is none */
export declare function readLimits(text: string | undefined): readonly RegressionLimit[] | undefined;
/** Limits that nothing is held against would pass whatever happens. @throws ProblemError with exit code 2 */
export declare function rejectIdleLimits(limits: readonly RegressionLimit[] | undefined, hasPast: boolean): void;
/** What holds where `--max-regression` does not say. */
export declare function defaultLimits(): readonly RegressionLimit[];
/** What policies are held to against a revision; against one policy that was named, only what was asked for. */
export declare function revisionLimits({ revision }: Pick<ScenarioResult, 'revision'>, asked: readonly RegressionLimit[] | undefined): readonly RegressionLimit[];
export {};
