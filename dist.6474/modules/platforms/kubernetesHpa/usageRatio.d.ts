/** What pods use, measured by their target; 1 is on target. */
interface UsageRatio {
    readonly ratio: number;
    /** Mean over the pods that count, in thousandths. */
    readonly averageMilli: bigint;
}
interface UtilizationRatio extends UsageRatio {
    /** A whole number: 50.99 % counts as 50 %. */
    readonly utilizationPercent: number;
}
/**
 * Use of a resource as a share of what was requested, over the pods that have both.
 *
 * The shares of pods are not averaged: a pod that requests twice as much counts twice.
 * Source: a description of kubernetes/kubernetes pkg/controller/podautoscaler/metrics/utilization.go.
 * @returns undefined when no pod has both, or the requests add up to nothing
 */
export declare function resourceUtilizationRatio(usageMilli: ReadonlyMap<string, bigint>, requestMilli: ReadonlyMap<string, bigint>, targetPercent: number): UtilizationRatio | undefined;
/** Mean value a pod against its target; there must be at least one pod. Source: as above. */
export declare function metricUsageRatio(valueMilli: ReadonlyMap<string, bigint>, targetMilli: bigint): UsageRatio;
/** How far the ratio of usage to target may be from 1 before anything is done, for each direction. */
export interface Tolerance {
    readonly upRatio: number;
    readonly downRatio: number;
}
/**
 * Whether a ratio of usage to target is too close to 1 to act on; both bounds are inside.
 *
 * Source: a description of kubernetes/kubernetes pkg/controller/podautoscaler/replica_calculator.go; per direction: KEP 4951.
 */
export declare function isWithinTolerance(ratio: number, { upRatio, downRatio }: Tolerance): boolean;
export {};
