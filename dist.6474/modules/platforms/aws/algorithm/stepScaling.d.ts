import { type Adjustment } from './adjustment.js';
import { type StepAdjustment } from './stepAdjustments.js';
/**
 * Step scaling: how far the metric is beyond the alarm's threshold decides how much is added or removed.
 *
 * There is no cooldown on EC2: each evaluation of the alarm acts, and the warm-up keeps it from adding the same instances
 * again. A decision to shrink is refused by the caller while instances warm.
 * ```
 * threshold 50, 0..10 +0 %, 10..20 +10 %, 20.. +30 %
 * metric 60, 10 instances -> 11      metric 70, 11 instances -> 14 (3.3 rounds to 3)
 * ```
 * Source: EC2 Auto Scaling User Guide, "Step and simple scaling policies" (worked example); the warm-up figures there are
 * recalled. O(steps).
 */
interface StepScalingInput {
    readonly adjustmentType: Adjustment['type'];
    readonly magnitudeMinCount: number | undefined;
    readonly steps: readonly StepAdjustment[];
    /** The alarm that called. */
    readonly alarm: {
        readonly threshold: number;
        readonly isAbove: boolean;
    };
    readonly metric: number;
    /** What the adjustment is relative to: warm instances, or the capacity before the running cooldown. */
    readonly baseCount: number;
    readonly desired: number;
}
interface StepScalingAnswer {
    /** Before the group's bounds. */
    readonly desired: number;
    readonly direction: 'out' | 'in' | 'none';
    /** The step that held; undefined when the breach lies in none. */
    readonly step: StepAdjustment | undefined;
}
/** What one evaluation of the alarm asks for. */
export declare function stepScaling(input: StepScalingInput): StepScalingAnswer;
export {};
