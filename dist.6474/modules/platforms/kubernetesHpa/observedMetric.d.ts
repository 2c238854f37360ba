import type { Observation } from '../../policy/observation.js';
import type { MetricSpec } from './hpaSpec.js';
import type { ObservedPod } from './observedPods.js';
import type { Pod, PodMetric } from './pod.js';
/** What the controller gets for one metric that has a value a pod. */
interface PodReadings {
    readonly pods: readonly Pod[];
    readonly metrics: ReadonlyMap<string, PodMetric>;
}
/**
 * The pods with their value of one metric, and what each of them requests.
 *
 * The metrics API of a cluster has whole thousandths; values are rounded to them.
 */
export declare function readPods(observation: Observation, observed: readonly ObservedPod[], metric: MetricSpec, metricNames: Readonly<Record<string, string>>): PodReadings;
/** The service's value of a metric, by the manifest's name or the one it is mapped to. */
export declare function serviceMetric({ metrics }: Observation, name: string, metricNames: Readonly<Record<string, string>>): number | undefined;
export {};
