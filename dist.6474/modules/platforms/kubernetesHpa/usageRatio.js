import { sumMilli } from './saturate.js';
/**
 * Use of a resource as a share of what was requested, over the pods that have both.
 *
 * The shares of pods are not averaged: a pod that requests twice as much counts twice.
 * Source: a description of kubernetes/kubernetes pkg/controller/podautoscaler/metrics/utilization.go.
 * @returns undefined when no pod has both, or the requests add up to nothing
 */
export function resourceUtilizationRatio(usageMilli, requestMilli, targetPercent) {
    const counted = [...usageMilli].filter(([pod]) => requestMilli.has(pod));
    const usage = sumMilli(counted.map(([, milli]) => milli));
    const request = sumMilli(counted.map(([pod]) => requestMilli.get(pod) ?? 0n));
    if (request === 0n)
        return undefined;
    const utilizationPercent = Number((usage * 100n) / request);
    return {
        ratio: utilizationPercent / targetPercent,
        utilizationPercent,
        averageMilli: usage / BigInt(counted.length),
    };
}
/** Mean value a pod against its target; there must be at least one pod. Source: as above. */
export function metricUsageRatio(valueMilli, targetMilli) {
    const averageMilli = sumMilli(valueMilli.values()) / BigInt(valueMilli.size);
    return { ratio: Number(averageMilli) / Number(targetMilli), averageMilli };
}
/**
 * Whether a ratio of usage to target is too close to 1 to act on; both bounds are inside.
 *
 * Source: a description of kubernetes/kubernetes pkg/controller/podautoscaler/replica_calculator.go; per direction: KEP 4951.
 */
export function isWithinTolerance(ratio, { upRatio, downRatio }) {
    return 1 - downRatio <= ratio && ratio <= 1 + upRatio;
}
