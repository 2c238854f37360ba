/**
 * Go's integers, as far as the controller relies on their width.
 *
 * Replica counts are int32, quantities int64 in thousandths ("milli"). Here counts are numbers and quantities bigints, so
 * that a division of quantities drops the fraction exactly as Go's does. The controller cuts object and external metrics
 * at the largest value; the same is done everywhere here, where Go's result of an overflow depends on the processor.
 * Source: a description of kubernetes/kubernetes pkg/controller/podautoscaler/replica_calculator.go.
 */
export declare const INT32_MAX: number;
export declare const INT64_MAX: bigint;
/** A replica count from a real number: rounded up, at most what int32 holds. NaN (0 of 0) becomes 0. */
export declare function replicasAtLeast(count: number): number;
/** A whole number within int32; NaN becomes 0, and so does -0. */
export declare function saturateInt32(value: number): number;
/** A quantity within int64. */
export declare function saturateInt64(value: bigint): bigint;
/** A quantity in thousandths from a real number of thousandths, rounded to the nearest; NaN becomes 0. */
export declare function toMilli(thousandths: number): bigint;
/** The sum of quantities, cut at each step. */
export declare function sumMilli(values: Iterable<bigint>): bigint;
