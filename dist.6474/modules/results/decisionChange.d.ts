import type { PolicyResult } from './results.js';
/** How the decisions of one replication differ between two policies. */
export interface DecisionChange {
    /** Rows, one a change of decision, result or rule. */
    readonly before: number;
    readonly after: number;
    /** Virtual time of the first one that differs; null when all are alike. */
    readonly first_change_s: number | null;
}
/** What a policy decided otherwise than before. */
export declare function decisionChange(before: Pick<PolicyResult, 'decisions'>, after: Pick<PolicyResult, 'decisions'>): DecisionChange;
