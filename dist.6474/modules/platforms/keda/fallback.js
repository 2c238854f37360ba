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
export function fallbackMilli({ behavior, replicaCount, failureThresholdCount, isIgnored }, { failureCount, currentCount, readyCount, target, metricType }) {
    if (isIgnored || !isBeyondThreshold(failureCount, failureThresholdCount))
        return undefined;
    const wanted = fallbackBehaviors[behavior](currentCount, replicaCount);
    if (wanted === undefined)
        return undefined;
    if (metricType === 'AverageValue')
        return Math.trunc(target * 1000 * wanted);
    // Nothing is ready to share the value, so no value leads to the count.
    return readyCount === 0 ? undefined : Math.trunc(target * 1000 * (wanted / readyCount));
}
/** Strictly more: a threshold of 3 is passed by the fourth failure in a row. */
export function isBeyondThreshold(failureCount, failureThresholdCount) {
    return failureCount > failureThresholdCount;
}
/**
 * The count to fall back to. `scalingModifiers` names none: a failed trigger becomes nil, and the formula's `??` decides.
 */
export const fallbackBehaviors = {
    static: (_currentCount, replicaCount) => replicaCount,
    currentReplicas: (currentCount, _replicaCount) => currentCount,
    currentReplicasIfHigher: (currentCount, replicaCount) => Math.max(currentCount, replicaCount),
    currentReplicasIfLower: (currentCount, replicaCount) => Math.min(currentCount, replicaCount),
    scalingModifiers: (_currentCount, _replicaCount) => undefined,
};
