import { groupPods } from './groupPods.js';
import { podReplicas } from './podReplicas.js';
import { saturateInt64, sumMilli } from './saturate.js';
import { metricUsageRatio, resourceUtilizationRatio } from './usageRatio.js';
/**
 * `Resource` and `ContainerResource` with `averageUtilization`: use as a share of the request.
 *
 * Source: a description of kubernetes/kubernetes pkg/controller/podautoscaler/replica_calculator.go (GetResourceReplicas).
 */
export function utilizationReplicas(scene, { resource, container, targetPercent }) {
    const seen = seePods(scene, resource);
    if ('error' in seen)
        return seen;
    const requestMilli = requestsOf(scene.pods, container);
    if (requestMilli === undefined)
        return { error: 'missing-resource-request' };
    const first = resourceUtilizationRatio(seen.usageMilli, requestMilli, targetPercent);
    if (first === undefined)
        return { error: 'metrics-do-not-match-pods' };
    // A target above the request is a sign that pods burst: one out of sight is then taken to be on target.
    const fullPercent = BigInt(Math.max(100, targetPercent));
    const count = podReplicas({
        ...scene,
        ...seen,
        ratioOf: (usage) => resourceUtilizationRatio(usage, requestMilli, targetPercent)?.ratio ?? first.ratio,
        fullUseMilli: (pod) => saturateInt64(((requestMilli.get(pod) ?? 0n) * fullPercent) / 100n),
    });
    // What is reported is what was measured, without the guesses.
    const { utilizationPercent, averageMilli } = first;
    return { ...count, reading: { utilizationPercent }, averageMilli };
}
/**
 * `Pods`, and `Resource` with `averageValue`: a plain value a pod; requests do not matter.
 *
 * Source: a description of kubernetes/kubernetes pkg/controller/podautoscaler/replica_calculator.go (calcPlainMetricReplicas).
 */
export function averagePodReplicas(scene, { resource, targetMilli }) {
    const seen = seePods(scene, resource);
    if ('error' in seen)
        return seen;
    const count = podReplicas({
        ...scene,
        ...seen,
        ratioOf: (usage) => metricUsageRatio(usage, targetMilli).ratio,
        fullUseMilli: () => targetMilli,
    });
    return { ...count, reading: { usageMilli: metricUsageRatio(seen.usageMilli, targetMilli).averageMilli } };
}
/** The groups, and the values of pods that are neither ignored nor unready. */
function seePods({ nowSeconds, pods, metrics, flags }, resource) {
    if (metrics.size === 0)
        return { error: 'no-metrics' };
    if (pods.length === 0)
        return { error: 'no-metrics-for-ready-pods' };
    const groups = groupPods(pods, metrics, { ...flags, nowSeconds, isCpu: resource === 'cpu' });
    const left = new Set([...groups.ignored, ...groups.unready]);
    const usageMilli = new Map();
    for (const [pod, { valueMilli }] of metrics)
        if (!left.has(pod))
            usageMilli.set(pod, valueMilli);
    if (usageMilli.size === 0)
        return { error: 'no-metrics-for-ready-pods' };
    return { groups, usageMilli };
}
/** What each pod requests, even those that do not count; undefined as soon as one of them lacks it. */
function requestsOf(pods, container) {
    const requests = new Map();
    for (const { name, requestMilli } of pods) {
        const containers = container === undefined ? Object.keys(requestMilli) : [container];
        const hasAll = containers.length > 0 && containers.every((one) => Object.hasOwn(requestMilli, one));
        if (!hasAll)
            return undefined;
        requests.set(name, sumMilli(containers.map((one) => requestMilli[one])));
    }
    return requests;
}
