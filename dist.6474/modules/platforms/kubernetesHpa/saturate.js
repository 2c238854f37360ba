/**
 * Go's integers, as far as the controller relies on their width.
 *
 * Replica counts are int32, quantities int64 in thousandths ("milli"). Here counts are numbers and quantities bigints, so
 * that a division of quantities drops the fraction exactly as Go's does. The controller cuts object and external metrics
 * at the largest value; the same is done everywhere here, where Go's result of an overflow depends on the processor.
 * Source: a description of kubernetes/kubernetes pkg/controller/podautoscaler/replica_calculator.go.
 */
export const INT32_MAX = 2 ** 31 - 1;
export const INT64_MAX = 2n ** 63n - 1n;
const INT64_MIN = -(2n ** 63n);
/** A replica count from a real number: rounded up, at most what int32 holds. NaN (0 of 0) becomes 0. */
export function replicasAtLeast(count) {
    return saturateInt32(Math.ceil(count));
}
/** A whole number within int32; NaN becomes 0, and so does -0. */
export function saturateInt32(value) {
    if (Number.isNaN(value))
        return 0;
    return Math.min(INT32_MAX, Math.max(-INT32_MAX - 1, value)) + 0;
}
/** A quantity within int64. */
export function saturateInt64(value) {
    if (value > INT64_MAX)
        return INT64_MAX;
    return value < INT64_MIN ? INT64_MIN : value;
}
/** A quantity in thousandths from a real number of thousandths, rounded to the nearest; NaN becomes 0. */
export function toMilli(thousandths) {
    if (Number.isNaN(thousandths))
        return 0n;
    if (!Number.isFinite(thousandths))
        return thousandths > 0 ? INT64_MAX : INT64_MIN;
    return saturateInt64(BigInt(Math.round(thousandths)));
}
/** The sum of quantities, cut at each step. */
export function sumMilli(values) {
    let sum = 0n;
    for (const value of values)
        sum = saturateInt64(sum + value);
    return sum;
}
