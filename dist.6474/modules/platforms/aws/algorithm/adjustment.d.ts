/**
 * What an adjustment makes of a capacity: the arithmetic that step and simple scaling share.
 *
 * ```
 * ChangeInCapacity          change = adjustment
 * ExactCapacity             change = adjustment - capacity
 * PercentChangeInCapacity   change = round(capacity x adjustment / 100), then at least MinAdjustmentMagnitude
 * ```
 * Source: EC2 Auto Scaling User Guide, "Step and simple scaling policies" (adjustment types, MinAdjustmentMagnitude);
 * the rounding of fractions below 1 is recalled from that page. O(1).
 */
export declare const adjustmentTypes: readonly ['ChangeInCapacity', 'ExactCapacity', 'PercentChangeInCapacity'];
export interface Adjustment {
    readonly type: (typeof adjustmentTypes)[number];
    /** Instances, or percent. */
    readonly amount: number;
    /** Fewest instances that a percentage moves; undefined when not set. */
    readonly magnitudeMinCount: number | undefined;
}
/** Instances that an adjustment adds (> 0) or removes (< 0) at a capacity; the group's bounds are not applied yet. */
export declare function capacityChange({ type, amount, magnitudeMinCount }: Adjustment, capacity: number): number;
/** A percentage's change in whole instances: 12.7 -> 12 and -6.67 -> -6, but never to nothing: 0.4 -> 1, -0.4 -> -1. */
export declare function roundChange(change: number): number;
