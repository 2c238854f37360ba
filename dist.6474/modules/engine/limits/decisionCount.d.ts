import { type LoadedPolicy } from '../../policy/policy.js';
/** Counts the decisions of a policy in one run, so that it ends instead of going on for hours. */
export declare class DecisionCount {
    #private;
    constructor(policy: Pick<LoadedPolicy, 'name'>, limit: number);
    /** A policy that says how often it decides is refused before its first decision. @throws PolicyFault */
    plan(everySeconds: number | undefined, durationSeconds: number): void;
    /** One more. @throws PolicyFault */
    note(nowSeconds: number): void;
}
