import { defaultTiming, type MetricFeed } from '../../telemetry/feed.js';
import { metricMeant } from '../../telemetry/metricAliases.js';
import { metricNames as knownNames, type MetricName } from '../../telemetry/metrics.js';
import type { MetricSpec } from './hpaSpec.js';

/** The name of the feed behind Resource metrics. */
export const resourceFeedName = 'metrics-server';
/** The name of the feed behind Pods, Object and External metrics. */
export const customFeedName = 'custom metrics';

const resourceMetrics: Readonly<Record<'cpu' | 'memory', readonly MetricName[]>> = {
  cpu: ['cpu_utilization', 'cpu_utilization_of_request'],
  memory: ['memory_utilization'],
};

/**
 * Resource metrics as metrics-server gives them.
 *
 * It asks every kubelet each 15 s (`--metric-resolution`), keeps the last two answers and gives what lies between them: so
 * the window is 15 s, and the values that a sync acts on are of the last 0 to 30 s. A pod, its memory too, is missing until
 * there are two answers of it. An answer that fails to come leaves nothing of the pod. Deviation: a container of 10 to 15 s
 * counts at once there; and the kubelet's own sample may be some seconds old.
 *
 * Source: a description of kubernetes-sigs/metrics-server v0.7, pkg/storage/pod.go, and of its default flags.
 */
export function resourceFeed(resources: readonly ('cpu' | 'memory')[]): MetricFeed {
  return {
    name: resourceFeedName,
    metrics: [...new Set(resources)].flatMap((resource) => resourceMetrics[resource]),
    timing: { scrapeSeconds: 15, windowSeconds: 15, delaySeconds: 0, staleAfterSeconds: 0 },
    needsWholeWindow: true,
    from: 'metrics-server',
  };
}

/** The feeds of an autoscaler. An adapter brings what is no resource; how, no manifest says. */
export function hpaFeeds(
  metrics: readonly MetricSpec[],
  names: Readonly<Record<string, string>>,
  isSupplied: boolean,
): MetricFeed[] {
  const resources = metrics.flatMap((metric) => (metric.source === 'resource' ? [metric.name] : []));
  const others = metrics.filter(({ source }) => source !== 'resource' && !(source === 'external' && isSupplied));
  // A name that means nothing here has no value, and a feed all the same.
  const known = others.flatMap(({ name }) => knownNames.filter((candidate) => candidate === metricMeant(name, names)));
  return [
    ...(resources.length === 0 ? [] : [resourceFeed(resources)]),
    ...(others.length === 0 ? [] : [customFeed([...new Set(known)])]),
  ];
}

function customFeed(metrics: readonly MetricName[]): MetricFeed {
  return { name: customFeedName, metrics, timing: defaultTiming, needsWholeWindow: false, from: 'the defaults' };
}
