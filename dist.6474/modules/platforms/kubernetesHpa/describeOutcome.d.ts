import type { HpaSpec } from './hpaSpec.js';
import type { Outcome } from './reconcile.js';
interface Words {
    /** Which rule held; the same text as long as the same rule holds. */
    readonly rule: string;
    /** With the numbers of this sync. */
    readonly reason: string;
}
/** One sync in words: the rule that held, and the numbers behind it. */
export declare function describeOutcome(spec: HpaSpec, { verdict, replicas }: Outcome, currentReplicas: number): Words;
export {};
