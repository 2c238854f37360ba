import { type PolicyResult, type ScenarioResult } from '../results/results.js';
/** `run 7 of 10`: which one the pictures show; undefined where there is one only. */
export declare function shownRunName(scenario: ScenarioResult): string | undefined;
/** The same with how to get it alone, and why it: `run 7 of 10 (--replication 6), the median by good share`. */
export declare function shownRunText(scenario: ScenarioResult): string | undefined;
/** The measures of the replication that is shown; undefined where the policy has none of it. */
export declare function shownMeasuresOf({ replications }: PolicyResult, scenario: ScenarioResult): PolicyResult['replications'][number]['measures'] | undefined;
