import type { HeldBy } from '../../../record/heldBy.js';
import type { Proposal } from '../algorithm/severalPolicies.js';
import type { ScalingPolicy } from '../model.js';
/** What one policy says at one tick. */
export interface Verdict extends Proposal {
    readonly policy: ScalingPolicy;
    /** Which rule held: the same words as long as it does. */
    readonly rule: string;
    /** False between the policy's datapoints: it said so before. */
    readonly isNew?: boolean;
    /** The numbers of this tick. */
    readonly reason: string;
    /** What keeps it from asking for more. A warm-up counts as the cooldown that it is on EC2. */
    readonly heldBy?: HeldBy;
    /** No alarm has fired: its metric is where it should be, or on its way to an alarm. Left out without data. */
    readonly quiet?: 'calm' | 'waiting';
    /** What it would ask for without the group's maximum; left out where that cuts nothing. */
    readonly wanted?: number;
}
/** What differs from verdict to verdict of one policy. */
export type Saying = Pick<Verdict, 'wants' | 'desired' | 'rule' | 'reason' | 'heldBy' | 'wanted'>;
/** The group's bounds. */
export interface Bounds {
    readonly minCount: number;
    readonly maxCount: number;
}
/** `wanted` of a verdict, where the group's maximum cuts it. */
export declare function cutAtMaximum(wanted: number, { maxCount }: Bounds): Pick<Verdict, 'wanted'>;
/** What is in force stays; a capacity outside of the group's bounds moves into them. */
export declare function bounded(desired: number, { minCount, maxCount }: Bounds): number;
/** A time of the run as people read it: `12m30s`, `1h05m`, `45s`. */
export declare function timeText(seconds: number): string;
