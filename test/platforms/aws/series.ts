import type { Manifest } from '../../../src/platforms/platform.js';
import { readManifests } from '../../../src/platforms/readManifestSet.js';
import type { Observation } from '../../../src/policy/observation.js';
import type { Decision, State } from '../../../src/policy/policy.js';

/** The manifest in a text or value, which must be one. */
export function readOne(content: unknown, metricNames: Record<string, string> = {}): Manifest {
  const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
  const found = readManifests({ text: text, file: 'policy.json', params: {}, metricNames });
  if (found.length !== 1) throw new Error(`expected one manifest, found ${found.length}`);
  return found[0].manifest;
}

/** Every manifest of a text or value. */
export function readAll(content: unknown, params: Record<string, string | number> = {}): Manifest[] {
  const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
  return readManifests({ text, file: 'policy.json', params, metricNames: {} }).map(({ manifest }) => manifest);
}

export interface SeriesOptions {
  /** Metrics of the minute that ends, by minute from 1 and ready instances; undefined: no sample came. */
  metrics(minute: number, readyCount: number): Observation['metrics'] | undefined;
  readonly minutes: number;
  /** Of what is called a minute here; 60 s when left out. */
  readonly stepSeconds?: number;
  readonly initialCount?: number;
  readonly startupSeconds?: number;
  readonly minCount?: number;
  readonly maxCount?: number;
  /** Whether observations list instances. */
  readonly isListed?: boolean;
  /** Answers of the provider, by minute: false leaves everything as it is. */
  grants?(minute: number): boolean;
}

export interface Tick extends Decision {
  readonly minute: number;
  readonly before: number;
}

/** A service of known load: runs a manifest's policy minute by minute, launches start and become ready in whole seconds. */
export function runSeries(manifest: Manifest, options: SeriesOptions): Tick[] {
  const {
    minutes,
    initialCount = 4,
    startupSeconds = 0,
    minCount = 1,
    maxCount = 100,
    isListed = true,
    stepSeconds = 60,
  } = options;
  const state: State = {};
  let readyAt: number[] = Array<number>(initialCount).fill(0);
  const samples = new Map<string, [number, number][]>();
  const ticks: Tick[] = [];
  let metrics: Observation['metrics'] = {};
  for (let minute = 1; minute <= minutes; minute++) {
    const time = stepSeconds * minute;
    const ready = readyAt.filter((at) => at <= time);
    const sampled = options.metrics(minute, ready.length);
    if (sampled !== undefined) {
      metrics = sampled;
      for (const [name, value] of Object.entries(sampled)) {
        samples.set(name, [...(samples.get(name) ?? []), [time - stepSeconds / 6, value]]);
      }
    }
    const lastSample = Math.max(0, ...[...samples.values()].flat().map(([at]) => at));
    const desired = readyAt.length;
    const observation: Observation = {
      time,
      service: 'web',
      instances: {
        desired,
        ready: ready.length,
        pending: 0,
        starting: desired - ready.length,
        draining: 0,
        failed: 0,
        min: minCount,
        max: maxCount,
      },
      metrics: { ...metrics, age_seconds: time - lastSample },
      resources: {},
      context: {},
      perInstance: !isListed
        ? []
        : readyAt.map((at, index) => ({
            id: `web-${index}`,
            phase: at <= time ? ('ready' as const) : ('starting' as const),
            startedAt: at - startupSeconds,
            ...(at <= time ? { readyAt: at } : {}),
            metrics: at <= time ? metrics : {},
          })),
      history: (name) => (samples.get(name) ?? []).filter(([at]) => at >= time - 600),
    };
    const decision = manifest.definition.decide(observation, { params: {}, state });
    // Between its evaluations a policy says nothing.
    if (decision === undefined && stepSeconds < 60) continue;
    if (typeof decision !== 'object' || decision === null) throw new Error(`no decision at minute ${minute}`);
    ticks.push({ ...decision, minute, before: desired });
    if (options.grants?.(minute) === false) continue;
    const granted = Math.min(maxCount, Math.max(minCount, decision.desired));
    readyAt =
      granted < desired
        ? readyAt.slice(0, granted)
        : [...readyAt, ...Array<number>(granted - desired).fill(time + startupSeconds)];
  }
  return ticks;
}

/** Minutes at which the decision differs from what is in force, with the decision. */
export function changes(ticks: readonly Tick[]): [number, number][] {
  return ticks.filter(({ desired, before }) => desired !== before).map(({ minute, desired }) => [minute, desired]);
}

/** CPU that a load of so many busy instances gives to those that are ready. */
export function cpuOf(busyCount: (minute: number) => number) {
  return (minute: number, readyCount: number) => ({
    cpu_utilization: Math.min(1, busyCount(minute) / Math.max(1, readyCount)),
  });
}
