import { LineCounter } from 'yaml';
import { parseDocuments, type SourceDocument } from '../../../src/base/document.js';
import { ProblemError } from '../../../src/base/problem.js';
import { kubernetesHpa } from '../../../src/platforms/kubernetesHpa/kubernetesHpa.js';
import type { Manifest, ManifestOptions, ServiceFacts } from '../../../src/platforms/platform.js';
import type { InstanceObservation, MetricValues, Observation } from '../../../src/policy/observation.js';
import type { Decision, State } from '../../../src/policy/policy.js';

const noNames: ManifestOptions = { metricNames: {} };

/** A plain object as a document without places, as KEDA hands one in. */
export function plainSource(value: unknown): SourceDocument {
  return { file: 'made.yaml', value, document: undefined, lineCounter: new LineCounter() };
}

export function sourceOf(text: string): SourceDocument {
  const [source] = parseDocuments(text, 'hpa.yaml');
  if (source === undefined || !('value' in source)) throw new Error(JSON.stringify(source));
  return source;
}

export function readText(text: string, options = noNames): Manifest {
  return kubernetesHpa.read(sourceOf(text), options);
}

/** An autoscaler of `web` from its spec. */
export function hpaOf(spec: Record<string, unknown>, options = noNames): Manifest {
  return kubernetesHpa.read(plainSource(objectOf(spec)), options);
}

export function objectOf(spec: Record<string, unknown>): Record<string, unknown> {
  const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'web' },
    spec: { scaleTargetRef, ...spec },
  };
}

export const cpuAt = (averageUtilization: number) => ({
  type: 'Resource',
  resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization } },
});

/** One pod for each 1 of the total, so that the total is the recommendation. */
export const onePerUnit = {
  type: 'External',
  external: { metric: { name: 'queue_depth' }, target: { type: 'AverageValue', averageValue: '1' } },
};

/** What reading throws: `line:column code what` of each problem. */
export function problemsOf(text: string): string[] {
  try {
    readText(text);
    return [];
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    return thrown.problems.map(({ where, code, what }) => `${where.line}:${where.column} ${code} ${what}`);
  }
}

interface Seen {
  readonly time: number;
  readonly desired: number;
  readonly ready?: number;
  readonly starting?: number;
  readonly pending?: number;
  readonly metrics?: MetricValues;
  readonly resources?: Observation['resources'];
  readonly perInstance?: readonly InstanceObservation[];
}

export function observationOf(seen: Seen): Observation {
  const { time, desired, ready = desired, starting = 0, pending = 0 } = seen;
  return {
    time,
    service: 'web',
    instances: { desired, ready, pending, starting, draining: 0, failed: 0, min: 0, max: 10_000 },
    metrics: seen.metrics ?? {},
    resources: seen.resources ?? {},
    context: {},
    perInstance: seen.perInstance ?? [],
    history: () => [],
  };
}

/** An instance that has served for long. */
export function oldInstance(id: string, metrics: MetricValues): InstanceObservation {
  return {
    id,
    phase: 'ready',
    startedAt: -10_000,
    readyAt: -9_000,
    metrics: { age_seconds: 0, window_seconds: 60, ...metrics },
  };
}

/** One run of a manifest's policy; every decision is granted at once. */
export class FakeFleet {
  desired: number;
  readonly decisions: Decision[] = [];
  readonly #manifest: Manifest;
  readonly #state: State = {};

  constructor(manifest: Manifest, initialCount: number) {
    this.#manifest = manifest;
    this.desired = initialCount;
  }

  sync(seen: Omit<Seen, 'desired'>): Decision {
    const observation = observationOf({ ...seen, desired: this.desired });
    const decision = this.#manifest.definition.decide(observation, { params: {}, state: this.#state });
    if (typeof decision !== 'object' || decision === null) throw new Error('the controller answers at every sync');
    this.decisions.push(decision);
    this.desired = decision.desired;
    return decision;
  }
}

/** A service of 2 vCPUs that requests half of one. */
export const webFacts: ServiceFacts = {
  name: 'web',
  vcpus: 2,
  cpuRequest: 0.5,
  memoryBytes: 4 * 2 ** 30,
  memoryRequestBytes: 2 ** 30,
  concurrency: undefined,
  minCount: 1,
  maxCount: 100,
  hasCentralQueue: false,
  startupMeanSeconds: 30,
  telemetry: { loss: 0, metrics: {} },
  metrics: [
    'cpu_utilization',
    'cpu_utilization_of_request',
    'memory_utilization',
    'queue_depth',
    'request_rate',
    'latency_p95_seconds',
  ],
};
