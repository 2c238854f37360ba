import type { MetricValues, Observation } from '../../policy/observation.js';
import { metricMeant } from '../../telemetry/metricAliases.js';
import { type MetricName, metrics as metricTable } from '../../telemetry/metrics.js';
import type { MetricSpec } from './hpaSpec.js';
import type { ObservedPod } from './observedPods.js';
import type { Pod, PodMetric } from './pod.js';
import { toMilli } from './saturate.js';

/** What the controller gets for one metric that has a value a pod. */
interface PodReadings {
  readonly pods: readonly Pod[];
  readonly metrics: ReadonlyMap<string, PodMetric>;
}

/** The only container of a pod. */
const CONTAINER = 'instance';

/**
 * The pods with their value of one metric, and what each of them requests.
 *
 * The metrics API of a cluster has whole thousandths; values are rounded to them.
 */
export function readPods(
  observation: Observation,
  observed: readonly ObservedPod[],
  metric: MetricSpec,
  metricNames: Readonly<Record<string, string>>,
): PodReadings {
  const mapped = metricMeant(metric.name, metricNames);
  const reader = metric.source === 'resource' ? resourceReader(observation, metric) : namedReader(observation, mapped);
  const requestMilli = reader.request === undefined ? {} : { [CONTAINER]: toMilli(reader.request * 1000) };
  const metrics = new Map<string, PodMetric>();
  for (const { pod, metrics: values } of observed) {
    const value = values === undefined ? undefined : reader.valueOf(values);
    if (values === undefined || value === undefined) continue;
    metrics.set(pod.name, {
      valueMilli: toMilli(value * 1000),
      timestampSeconds: observation.time - (values.age_seconds ?? 0),
      windowSeconds: values.window_seconds ?? 0,
    });
  }
  return { pods: observed.map(({ pod }) => ({ ...pod, requestMilli })), metrics };
}

interface Reader {
  /** vCPUs or bytes; undefined when nothing says so. */
  readonly request: number | undefined;
  valueOf(values: MetricValues): number | undefined;
}

function resourceReader({ resources }: Observation, metric: MetricSpec): Reader {
  const isUtilization = metric.target.kind === 'utilization';
  if (metric.name === 'memory') {
    const { memory, memoryRequest } = resources;
    return { request: memoryRequest, valueOf: (values) => product(values.memory_utilization, memory) };
  }
  const { vcpus, cpuRequest } = resources;
  // Where only the share of the request is known any request gives the same utilization; an absolute use stays unknown.
  const request = cpuRequest ?? (isUtilization && vcpus === undefined ? 1 : undefined);
  return {
    request,
    valueOf: (values) => product(values.cpu_utilization, vcpus) ?? product(values.cpu_utilization_of_request, request),
  };
}

function namedReader({ perInstance, instances }: Observation, name: string): Reader {
  // A recorded observation has the service's values only: a sum is shared out evenly, a mean is everyone's.
  const shareCount = perInstance.length === 0 && foldOf(name) === 'sum' ? Math.max(1, instances.ready) : 1;
  return {
    request: undefined,
    valueOf: (values) => {
      const value = valueNamed(values, name);
      return value === undefined ? undefined : value / shareCount;
    },
  };
}

function product(value: number | undefined, unit: number | undefined): number | undefined {
  return value === undefined || unit === undefined ? undefined : value * unit;
}

/** The service's value of a metric, by the manifest's name or the one it is mapped to. */
export function serviceMetric(
  { metrics }: Observation,
  name: string,
  metricNames: Readonly<Record<string, string>>,
): number | undefined {
  return valueNamed(metrics, metricMeant(name, metricNames));
}

function valueNamed(values: MetricValues, name: string): number | undefined {
  if (!Object.hasOwn(metricTable, name)) return undefined;
  return values[name as MetricName]; // safe: the table has it
}

function foldOf(name: string): string | undefined {
  return Object.hasOwn(metricTable, name) ? metricTable[name as MetricName].fold : undefined; // safe: the table has it
}
