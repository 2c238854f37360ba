import type { PolicyResult, ScenarioResult, SloResult } from '../results/results.js';
type Slo = NonNullable<ScenarioResult['slo']>;
/** `99 % under 300 ms` */
export declare function sloGoalText({ latency_s, objective }: Slo): string;
/** `in 8 of 10 runs`, where it held in some of them; undefined where it held in all or in none, and with one run. */
export declare function heldInText({ runs_met, runs, runs_empty }: SloResult): string | undefined;
/** What was asked and what came of it: `99 % under 300 ms: 98.2 % good, met in 3 of 10 runs`. */
export declare function sloOutcomeText(result: SloResult, slo: Slo): string;
/** `a in 8 of 10 runs, b in 9 of 10 runs`: who meets the SLO, but not in every run; empty where nobody. */
export declare function shakyText(policies: readonly Pick<PolicyResult, 'name' | 'slo'>[]): string;
export {};
