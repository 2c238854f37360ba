import type { Pod } from './pod.js';
import type { MetricResult } from './proposal.js';
import { type Tolerance } from './usageRatio.js';
/** A metric that is one value for the whole service: `Object` (one series) and `External` (series add up). */
export interface WholeMetric {
    /** Every series, in thousandths; none at all means that the metric could not be read. */
    readonly valuesMilli: readonly bigint[];
    readonly targetMilli: bigint;
    readonly tolerance: Tolerance;
}
/**
 * `Value`: the ratio of the value to its target, times the pods that are Running and Ready.
 *
 * It suits a value that falls as pods are added. At 0 replicas there is no pod to multiply and no tolerance: the count
 * is the ratio itself, so that any value above 0 wakes the service.
 * Source: a description of kubernetes/kubernetes pkg/controller/podautoscaler/replica_calculator.go (GetObjectMetricReplicas,
 * GetExternalMetricReplicas).
 */
export declare function valueReplicas({ valuesMilli, targetMilli, tolerance }: WholeMetric, { pods, currentReplicas }: {
    readonly pods: readonly Pod[];
    readonly currentReplicas: number;
}): MetricResult;
/**
 * `AverageValue`: the value shared out over the pods; as many as bring each share to the target. No pod is looked at.
 *
 * Source: a description of kubernetes/kubernetes pkg/controller/podautoscaler/replica_calculator.go (GetObjectPerPodMetricReplicas,
 * GetExternalPerPodMetricReplicas).
 * @param statusReplicas pods that there are, which lags behind the count that was asked for
 */
export declare function averageReplicas({ valuesMilli, targetMilli, tolerance }: WholeMetric, statusReplicas: number): MetricResult;
