import type { ThresholdResult } from './results.js';
import type { RunResult } from './runResult.js';
/** Metric (k6's or a measure, with or without tags) and its expressions. */
type Thresholds = Readonly<Record<string, readonly string[]>>;
/** Names that tags and `services.<name>.` may use. */
interface ThresholdNames {
    readonly source: readonly string[];
    readonly service: readonly string[];
    readonly class: readonly string[];
}
/** Why a threshold cannot be judged, in the parts of a Problem. */
interface ThresholdIssue {
    readonly metric: string;
    /** Index among the metric's expressions; undefined when the metric itself is wrong. */
    readonly index?: number;
    readonly code: 'unknown-metric' | 'wrong-aggregation' | 'bad-threshold' | 'unknown-tag';
    readonly what: string;
    readonly why: string;
    readonly fix: string;
}
/** Everything wrong with the thresholds of a scenario, found before anything runs. */
export declare function checkThresholds(thresholds: Thresholds, names: ThresholdNames): ThresholdIssue[];
interface Judging {
    readonly spanSeconds: number;
    /** Thresholds without data pass; unanswered requests are data. */
    readonly allowEmpty: boolean;
}
/**
 * Judges a candidate's thresholds over all its runs.
 *
 * Trends and rates pool the samples of all replications; counters and values are the mean over them.
 */
export declare function evaluateThresholds(thresholds: Thresholds, runs: readonly RunResult[], judging: Judging): ThresholdResult[];
export {};
