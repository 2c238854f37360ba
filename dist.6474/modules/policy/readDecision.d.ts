import { type Decision } from './policy.js';
/** Where and when a value was returned, for the fault that may follow. */
interface DecisionPlace {
    readonly fileName: string;
    readonly timeSeconds: number;
}
/** The fields of a decision that count. */
export declare const decisionFields: readonly ['desired', 'reason', 'rule', 'heldBy', 'atMaximum'];
/**
 * The decision in what `decide` returned: a number, `{ desired, reason?, rule?, heldBy? }`, or nothing.
 *
 * A fraction stays one: the host rounds it up and records that.
 * @returns undefined for "no change"
 * @throws PolicyFault of kind `value`, naming the value and the virtual time
 */
export declare function readDecision(value: unknown, place: DecisionPlace): Decision | undefined;
export {};
