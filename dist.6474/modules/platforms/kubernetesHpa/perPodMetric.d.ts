import type { ControllerFlags } from './controllerFlags.js';
import type { Pod, PodMetrics, ResourceName } from './pod.js';
import type { MetricResult } from './proposal.js';
import { type Tolerance } from './usageRatio.js';
/** What a count is worked out from, for metrics that have a value for every pod. */
export interface PodScene {
    readonly nowSeconds: number;
    /** The scale target's `spec.replicas`. */
    readonly currentReplicas: number;
    readonly pods: readonly Pod[];
    readonly metrics: PodMetrics;
    readonly tolerance: Tolerance;
    readonly flags: Pick<ControllerFlags, 'cpuInitializationSeconds' | 'initialReadinessDelaySeconds'>;
}
interface UtilizationTarget {
    readonly resource: ResourceName;
    /** One container of each pod; undefined for all of them. */
    readonly container: string | undefined;
    readonly targetPercent: number;
}
/**
 * `Resource` and `ContainerResource` with `averageUtilization`: use as a share of the request.
 *
 * Source: a description of kubernetes/kubernetes pkg/controller/podautoscaler/replica_calculator.go (GetResourceReplicas).
 */
export declare function utilizationReplicas(scene: PodScene, { resource, container, targetPercent }: UtilizationTarget): MetricResult;
interface PlainTarget {
    /** `cpu` looks at readiness; undefined for a custom metric, which does not. */
    readonly resource: ResourceName | undefined;
    readonly targetMilli: bigint;
}
/**
 * `Pods`, and `Resource` with `averageValue`: a plain value a pod; requests do not matter.
 *
 * Source: a description of kubernetes/kubernetes pkg/controller/podautoscaler/replica_calculator.go (calcPlainMetricReplicas).
 */
export declare function averagePodReplicas(scene: PodScene, { resource, targetMilli }: PlainTarget): MetricResult;
export {};
