/**
 * What the HPA is told about a trigger that cannot be read.
 *
 * Problem: an HPA scales by values only, and a failed trigger has none. Idea: once a trigger has failed more often in a row
 * than `failureThreshold`, KEDA invents the value that makes the HPA arrive at the count `n` wanted:
 *
 *     AverageValue: target * n           the HPA computes ceil(value / target) = n
 *     Value:        target * n / ready   the HPA computes ceil(value / target * ready) = n
 *
 * Up to the threshold the failure is passed on, and the HPA holds what it has.
 *
 * Source: a description of kedacore/keda v2.20, pkg/fallback/fallback.go (values are whole thousandths, truncated; `Value` since
 * 2.18, the other behaviors since 2.17, `scalingModifiers` since 2.20).
 */
export declare function fallbackMilli({ behavior, replicaCount, failureThresholdCount, isIgnored }: Fallback, { failureCount, currentCount, readyCount, target, metricType }: FallbackSituation): number | undefined;
/** Strictly more: a threshold of 3 is passed by the fourth failure in a row. */
export declare function isBeyondThreshold(failureCount: number, failureThresholdCount: number): boolean;
/**
 * The count to fall back to. `scalingModifiers` names none: a failed trigger becomes nil, and the formula's `??` decides.
 */
export declare const fallbackBehaviors: {
    readonly static: (_currentCount: number, replicaCount: number) => number | undefined;
    readonly currentReplicas: (currentCount: number, _replicaCount: number) => number | undefined;
    readonly currentReplicasIfHigher: (currentCount: number, replicaCount: number) => number | undefined;
    readonly currentReplicasIfLower: (currentCount: number, replicaCount: number) => number | undefined;
    readonly scalingModifiers: (_currentCount: number, _replicaCount: number) => number | undefined;
};
export type FallbackBehavior = keyof typeof fallbackBehaviors;
/** `spec.fallback` of a ScaledObject. */
export interface Fallback {
    readonly behavior: FallbackBehavior;
    readonly replicaCount: number;
    readonly failureThresholdCount: number;
    /** KEDA never acts on it, because a formula's target is no whole number. */
    readonly isIgnored?: boolean;
}
interface FallbackSituation {
    /** Failures in a row. */
    readonly failureCount: number;
    readonly currentCount: number;
    readonly readyCount: number;
    readonly target: number;
    readonly metricType: 'AverageValue' | 'Value';
}
export {};
