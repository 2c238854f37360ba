import type { Failure } from '../results/results.js';
import type { RunResult } from '../results/runResult.js';
import type { TunedFinal, TunedParams, TunedPoint } from '../results/tuneResult.js';
import type { PlannedComparison } from '../run/plan.js';
import { type Judging } from './figures.js';
import type { PointRunner, SettingRuns } from './pointRunner.js';
import type { Point } from './search/planPoints.js';
import { type SearchOutcome, type SearchQuestion } from './search/searchPoints.js';
/** Fresh runs of a setting whose figures are reported. */
export declare const finalRunCount = 20;
/** A setting that can run. */
export interface Setting {
    /** As `--policy` takes it. */
    readonly policy: string;
    readonly params: TunedParams;
    /** At the stated values. */
    readonly comparison: PlannedComparison;
    /** What a replication runs; with `--uncertain` another world for each. @throws ProblemError for a world that cannot be */
    comparisonAt(replication: number): PlannedComparison;
}
export interface TuneQuestion {
    readonly counts: readonly number[];
    readonly judging: Judging;
    readonly seed: number;
    /** Runs in all, at least `leastBudget`. */
    readonly budget: number;
    readonly finalCount: number;
    /** The setting of a point that was accepted. */
    settingAt(point: Point): Setting;
    accept: NonNullable<SearchQuestion<RunResult>['accept']>;
    readonly runner: PointRunner;
    readonly onStage?: (text: string, expectedRuns: number) => void;
}
export interface Tuned {
    readonly search: SearchOutcome<RunResult>;
    readonly points: readonly TunedPoint[];
    readonly finals: readonly TunedFinal[];
    /** Ranked first by the search; undefined where all failed. */
    readonly first: {
        readonly setting: Setting;
        readonly runs: readonly RunResult[];
    } | undefined;
    readonly best: {
        readonly setting: Setting;
        readonly final: TunedFinal;
        readonly runs: readonly RunResult[];
    } | undefined;
    /** Runs so far. */
    readonly runCount: number;
    /** Settings of the front that met in the search and had no final runs, for the budget was used up. */
    readonly untriedCount: number;
    /** What the first setting that failed failed with. */
    readonly failure: Failure | undefined;
}
/** Fewest runs of a search: two settings in the first rung, and the final ones. */
export declare function leastBudget(finalCount: number): number;
/** Searches, then judges the best on runs that did not choose it; where it misses, the next of the front. */
export declare function tunePolicy(question: TuneQuestion): Promise<Tuned>;
/** Runs of settings, each on the world of its replication. */
export declare function runSettings({ runner }: Pick<TuneQuestion, 'runner'>, asked: readonly {
    readonly setting: Pick<Setting, 'comparisonAt'>;
    readonly replications: readonly number[];
}[]): Promise<readonly SettingRuns[]>;
