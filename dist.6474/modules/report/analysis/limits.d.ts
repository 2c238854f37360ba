import type { PolicyResult, ScenarioResult } from '../../results/results.js';
import { type Operator } from '../../results/thresholdExpression.js';
/** A promise a policy must keep: the SLO's objective or one of the scenario's thresholds. */
export interface Limit {
    /** As the user wrote it: `http_req_duration p(95)<300`. */
    readonly expression: string;
    /** Short, for sentences and heads: `p99 all`, `good requests`. */
    readonly label: string;
    /** The measure that shows the same number; undefined for narrowed or foreign metrics. */
    readonly measure: string | undefined;
    readonly unit: string;
    /** The objective, not a threshold on the same measure. */
    readonly isSlo: boolean;
    readonly operator: Operator;
    readonly limit: number;
    readonly value: number | null;
    readonly ok: boolean;
    readonly reason: string | undefined;
}
/** Everything the policy must keep: the objective first, then the thresholds in the scenario's order. */
export declare function limitsOf(policy: PolicyResult, { slo }: Pick<ScenarioResult, 'slo'>): Limit[];
/** How many times over its limit a broken value stands; infinite where requests went unanswered. */
export declare function excessOf({ value, limit, unit, operator, reason }: Limit): number;
