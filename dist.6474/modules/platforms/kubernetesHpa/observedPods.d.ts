import type { MetricValues, Observation } from '../../policy/observation.js';
import type { Pod } from './pod.js';
/** One instance as a pod, with the metrics that the pipeline has of it. */
export interface ObservedPod {
    readonly pod: Omit<Pod, 'requestMilli'>;
    /** undefined for a pod of which nothing is known. */
    readonly metrics: MetricValues | undefined;
}
/**
 * The instances of a service as pods.
 *
 *     pending  -> Pending: it was asked for, and no container runs
 *     starting -> Running and not Ready since its launch; with the metrics that there are of it
 *     ready    -> Running and Ready since it became so
 *     draining -> deleting
 *
 * An observation without single instances (a recorded one) gives equal pods: the ready ones as old as time, and of those
 * that start nothing is known.
 */
export declare function observedPods(observation: Observation): readonly ObservedPod[];
/** Pods that there are and that are not on their way out: the scale target's `status.replicas`. */
export declare function statusReplicas({ instances }: Observation): number;
