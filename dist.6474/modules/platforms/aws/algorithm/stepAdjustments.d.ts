/**
 * Which step of a step scaling policy holds.
 *
 * Bounds are relative to the alarm's threshold: a metric of 72 over a threshold of 60 is a breach of 12.
 * ```
 * alarm above its threshold     lower <= breach <  upper      0 [ +10 % ) 10 [ +30 % ) infinity
 * alarm below its threshold     lower <  breach <= upper     -infinity ( -2 ] -10 ( -1 ] 0
 * ```
 * Source: StepAdjustment, Amazon EC2 Auto Scaling and Application Auto Scaling API references.
 */
export interface StepAdjustment {
    /** -Infinity when the manifest gives none. */
    readonly lower: number;
    /** Infinity when the manifest gives none. */
    readonly upper: number;
    /** Instances or percent, by the policy's adjustment type. */
    readonly adjustment: number;
}
/** The step whose interval holds the breach; undefined when none does. O(steps). */
export declare function findStep(steps: readonly StepAdjustment[], { breach, isAbove }: {
    readonly breach: number;
    readonly isAbove: boolean;
}): StepAdjustment | undefined;
/** One rule that a list of steps breaks. */
interface StepFault {
    /** Which step of the list, from 0. */
    readonly step: number;
    readonly what: string;
}
/**
 * What keeps the service from accepting a list of steps; empty when it would.
 *
 * No gap, no overlap, at most one open end on each side and not both on one step; a negative lower bound needs a step
 * that is open below, a positive upper bound one that is open above. O(n log n).
 */
export declare function stepFaults(steps: readonly StepAdjustment[]): StepFault[];
export {};
