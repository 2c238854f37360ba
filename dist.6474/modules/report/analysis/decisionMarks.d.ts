import type { DecisionRow, PolicyResult } from '../../results/results.js';
/** A change of the desired count, or one that was held back, with what the reader needs to judge it. */
export interface DecisionMark {
    readonly timeSeconds: number;
    readonly service: string;
    readonly from: number;
    readonly to: number;
    /** Differs from `to` where the provider cut or refused the decision. */
    readonly wished: number;
    readonly result: DecisionRow['result'];
    readonly isReversal: boolean;
    readonly rule: string;
    readonly reason: string;
    /** Of several controllers the one that decided; empty where there is one. */
    readonly who: string;
}
/** Every change and everything held back, in order of time; rows that keep the count are left out. */
export declare function decisionMarksOf(policy: PolicyResult): DecisionMark[];
