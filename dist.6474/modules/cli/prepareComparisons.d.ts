import type { Problem } from '../base/problem.js';
import type { Candidate } from '../policy/policySpec.js';
import type { PlannedComparison } from '../run/plan.js';
import { type WorldsAsked } from '../run/worlds/plannedWorlds.js';
import { type LoadedScenario } from '../scenario/load.js';
import { type Options } from './options.js';
export interface PreparedComparisons {
    readonly comparisons: readonly PlannedComparison[];
    /** [comparison] requests expected in one run of one candidate. */
    readonly expectedCounts: readonly number[];
    /** What the user should know and need not mend. */
    readonly warnings: readonly Problem[];
    /** Which of the files come with dryscale, a sentence each. */
    readonly shipped: readonly string[];
    /** Name of the candidate that `--against` names; the first one when left out. */
    readonly reference: string | undefined;
}
interface Request {
    readonly files: readonly string[];
    readonly options: Options;
    /** One policy only, as `run` does. */
    readonly isSingle: boolean;
    /** Worlds to draw of each scenario. */
    readonly worlds?: WorldsAsked | undefined;
}
/**
 * Reads the scenarios and their candidates, so that nothing that could have been known stops the runs later.
 *
 * @throws ProblemError
 */
export declare function prepareComparisons({ files, options, isSingle, worlds }: Request): Promise<PreparedComparisons>;
export interface PreparedComparison {
    readonly comparison: PlannedComparison;
    readonly warnings: readonly Problem[];
    readonly expectedCount: number;
    /** What worlds are drawn from. */
    readonly uncertain: LoadedScenario['uncertain'];
}
/** A comparison with bounds, workloads and manifests in place; `past` are candidates of a revision, of which nobody is warned. */
export declare function readyComparison(written: LoadedScenario, options: Options, candidates: readonly Candidate[], past: readonly Candidate[], worldsAsked?: WorldsAsked): Promise<PreparedComparison>;
/** Of several scenarios some may have no ranges; the report says which inputs were drawn. */
export declare function rejectWithoutRanges(comparisons: readonly PlannedComparison[]): void;
export {};
