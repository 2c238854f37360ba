import type { ThresholdResult } from '../results/results.js';
import type { RunResult } from '../results/runResult.js';
import type { Scenario } from '../scenario/schema.js';
/** What a setting must keep: thresholds, and the SLO where nothing else was asked for. */
export interface Musts {
    readonly thresholds: Readonly<Record<string, readonly string[]>>;
    readonly slo: Scenario['slo'];
    readonly spanSeconds: number;
    /** Whether they are the scenario's own, for nothing was asked for. */
    readonly isOfScenario: boolean;
}
/**
 * What `--must` asks for, METRIC EXPRESSION each; without any what the scenario itself asks for: its SLO and thresholds.
 *
 * @throws ProblemError with exit code 2 and everything that is wrong with them
 */
export declare function readMusts(texts: readonly string[], scenario: Scenario): Musts;
/** Whether something is asked for at all. */
export declare function hasMusts({ thresholds, slo }: Musts): boolean;
/** Each of them over all the runs: the SLO first, which stands as the good share that it is. */
export declare function judgeMusts({ thresholds, slo, spanSeconds }: Musts, runs: readonly RunResult[]): ThresholdResult[];
/** By how much limits are missed, as shares of them; 0 where all are kept. */
export declare function shortfallOf(results: readonly ThresholdResult[]): number;
