import { type FailedPolicy, type PolicyResult, type ScenarioResult } from './results.js';
/** Whose misses decide: what `--gate` and `--against` say. */
export interface GateRule {
    /** `all`, `any`, or the name of a candidate. */
    readonly gate: string;
    /** Name of the reference; the first candidate when left out. */
    readonly reference: string | undefined;
}
/**
 * Names of the policies whose missed limits, thresholds and the SLO, fail the scenario.
 *
 * `all`: every candidate but the reference, which counts when it is the only one. `any`: all of them, the reference too, but only
 * where none keeps its limits. A name: that one. The oracle decides only where it is named or alone: nobody can deploy it.
 * Policies of a revision are what the others are compared with: none of them is judged, and all others are.
 */
export declare function judgedForLimits(scenario: ScenarioResult, { gate, reference }: GateRule): ReadonlySet<string>;
/**
 * Names of the policies whose regression fails the scenario.
 *
 * The reference too: here each policy stands against its own past. `any`: only where every compared policy regressed.
 */
export declare function judgedForBaseline({ policies, baseline }: ScenarioResult, { gate }: GateRule): ReadonlySet<string>;
/** Whether a policy keeps what the exit code rests on: every threshold, and the SLO unless it is only reported. */
export declare function keepsLimits({ thresholds, slo }: Pick<PolicyResult, 'thresholds' | 'slo'>): boolean;
/** Whether the SLO is a limit of the gate and is missed. */
export declare function failsSlo({ slo }: Pick<PolicyResult, 'slo'>): boolean;
/** Whether a policy is the `oracle`, which nobody can deploy; a user's own policy of that name has another source. */
export declare function isHindsight(policy: Pick<PolicyResult, 'source'> | FailedPolicy): boolean;
