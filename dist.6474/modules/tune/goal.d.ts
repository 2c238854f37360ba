import type { RunResult } from '../results/runResult.js';
import type { Scenario } from '../scenario/schema.js';
/** What a setting is chosen by, among those that keep what must hold. */
export interface Goal {
    /** A measure, or one of a service: `services.web.cost_usd`. */
    readonly name: string;
    /** See `Measure`. */
    readonly unit: string;
    readonly better: 'lower' | 'higher';
}
/**
 * The measure that `--goal` names; the least cost, or the fewest instances where they have no price, when left out.
 *
 * @throws ProblemError with exit code 2 for what is no measure, or one of which neither direction is better
 */
export declare function readGoal(name: string | undefined, { services }: Scenario): Goal;
/** Its value in a run; undefined where there is none, or an infinite one. */
export declare function goalValue({ name }: Goal, { measures: values }: RunResult): number | undefined;
