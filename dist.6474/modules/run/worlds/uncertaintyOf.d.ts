import { type FailedPolicy, type PolicyResult } from '../../results/results.js';
import { type Plausible } from '../../results/worlds/plausible.js';
import type { Robustness, Sensitivity } from '../../results/worlds/robustness.js';
import type { PlannedComparison } from '../plan.js';
import type { WorldRuns } from './worldRunsOf.js';
/** What the worlds say. */
export interface Uncertainty {
    readonly robustness: Robustness;
    readonly sensitivity: Sensitivity;
    /** By candidate, the ranges of its measures over the worlds. */
    readonly plausible: ReadonlyMap<string, Readonly<Record<string, Plausible>>>;
}
/**
 * What the worlds say of the answer that the runs at the stated values give.
 *
 * A candidate that failed at the stated values is left out, and so are `oracle`, which nobody can deploy, and worlds that an
 * interruption left without a run of each other candidate.
 */
export declare function uncertaintyOf(comparison: Pick<PlannedComparison, 'scenario' | 'worlds'>, policies: readonly (PolicyResult | FailedPolicy)[], runs: WorldRuns, allowEmpty: boolean): Uncertainty | undefined;
