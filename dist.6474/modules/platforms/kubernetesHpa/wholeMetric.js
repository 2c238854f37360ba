import { INT64_MAX, replicasAtLeast, sumMilli, toMilli } from './saturate.js';
import { isWithinTolerance } from './usageRatio.js';
/**
 * `Value`: the ratio of the value to its target, times the pods that are Running and Ready.
 *
 * It suits a value that falls as pods are added. At 0 replicas there is no pod to multiply and no tolerance: the count
 * is the ratio itself, so that any value above 0 wakes the service.
 * Source: a description of kubernetes/kubernetes pkg/controller/podautoscaler/replica_calculator.go (GetObjectMetricReplicas,
 * GetExternalMetricReplicas).
 */
export function valueReplicas({ valuesMilli, targetMilli, tolerance }, { pods, currentReplicas }) {
    if (valuesMilli.length === 0)
        return { error: 'no-metrics' };
    const usageMilli = sumMilli(valuesMilli);
    const reading = { usageMilli };
    const ratio = Number(usageMilli) / Number(targetMilli);
    const readyCount = pods.filter(({ phase, isReady }) => phase === 'Running' && isReady === true).length;
    const basis = { reading, countedPods: readyCount, guessedPods: 0 };
    if (currentReplicas === 0)
        return { ...basis, replicas: replicasAtLeast(ratio), because: 'total' };
    if (isWithinTolerance(ratio, tolerance)) {
        return { ...basis, replicas: currentReplicas, because: 'inside-tolerance' };
    }
    if (pods.length === 0)
        return { error: 'no-metrics-for-ready-pods' };
    return { ...basis, replicas: replicasAtLeast(ratio * readyCount), because: 'ratio' };
}
/**
 * `AverageValue`: the value shared out over the pods; as many as bring each share to the target. No pod is looked at.
 *
 * Source: a description of kubernetes/kubernetes pkg/controller/podautoscaler/replica_calculator.go (GetObjectPerPodMetricReplicas,
 * GetExternalPerPodMetricReplicas).
 * @param statusReplicas pods that there are, which lags behind the count that was asked for
 */
export function averageReplicas({ valuesMilli, targetMilli, tolerance }, statusReplicas) {
    if (valuesMilli.length === 0)
        return { error: 'no-metrics' };
    const usage = Number(sumMilli(valuesMilli));
    const target = Number(targetMilli);
    // With no pod nobody has a share; upstream divides by 0 and shows a number without meaning.
    const share = statusReplicas === 0 ? 0 : Math.ceil(usage / statusReplicas);
    // The nearest double of the largest int64 is one above it.
    const reading = { usageMilli: share >= Number(INT64_MAX) ? INT64_MAX : toMilli(share) };
    const basis = { reading, countedPods: statusReplicas, guessedPods: 0 };
    if (isWithinTolerance(usage / (target * statusReplicas), tolerance)) {
        return { ...basis, replicas: statusReplicas, because: 'inside-tolerance' };
    }
    return { ...basis, replicas: replicasAtLeast(usage / target), because: 'total' };
}
