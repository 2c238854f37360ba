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
export const adjustmentTypes = ['ChangeInCapacity', 'ExactCapacity', 'PercentChangeInCapacity'];
/** Instances that an adjustment adds (> 0) or removes (< 0) at a capacity; the group's bounds are not applied yet. */
export function capacityChange({ type, amount, magnitudeMinCount = 0 }, capacity) {
    if (type === 'ChangeInCapacity')
        return amount;
    if (type === 'ExactCapacity')
        return amount - capacity;
    // Multiplied first: a whole percentage of a whole capacity is then exact, 30 x 10 / 100 = 3.
    const change = roundChange((capacity * amount) / 100);
    return Math.sign(amount) * Math.max(Math.abs(change), magnitudeMinCount);
}
/** A percentage's change in whole instances: 12.7 -> 12 and -6.67 -> -6, but never to nothing: 0.4 -> 1, -0.4 -> -1. */
export function roundChange(change) {
    if (Math.abs(change) > 0 && Math.abs(change) < 1)
        return Math.sign(change);
    return Math.trunc(change);
}
