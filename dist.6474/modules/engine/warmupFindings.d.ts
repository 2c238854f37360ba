import type { SettlingCurve } from '../results/runResult.js';
import type { Scenario } from '../scenario/schema.js';
/** False for loads that change, or are disturbed by faults: such a run has no steady state; its stated beginning counts. */
export declare function hasSteadyState({ traffic, faults }: Scenario): boolean;
/**
 * What the runs say about their warm-up: MSER-5 over the mean latency of each step, averaged over all runs.
 *
 * One run is mostly noise; what all have in common at their begin is the transient (Welch's averaging).
 */
export declare function warmupFindings(scenario: Scenario, runs: readonly (readonly SettlingCurve[] | undefined)[]): string[];
