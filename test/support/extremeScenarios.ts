import { parse } from 'yaml';

/** One run with every kind of number in it. */
const usual = `
name: all
duration: 1m
warmup: 5s
traffic:
  a: { executor: constant-arrival-rate, rate: 10, preAllocatedVUs: 5, maxVUs: 10 }
  b: { executor: constant-vus, vus: 5, think: 1s }
  c: { executor: ramping-vus, startVUs: 1, stages: [{ duration: 30s, target: 5 }], think: 1s }
  d: { executor: diurnal, mean: 5, peakToTrough: 3, period: 1m }
  e: { executor: flash-crowd, base: 2, peak: 10, at: 20s, rise: 5s, hold: 10s, fall: 5s }
  f: { executor: ramping-arrival-rate, startRate: 1, stages: [{ duration: 30s, target: 5 }] }
  g: { executor: shared-iterations, vus: 2, iterations: 20, think: 1s }
  h: { executor: per-vu-iterations, vus: 2, iterations: 20, think: 1s }
  i: { executor: markov-modulated, states: [{ rate: 1, stay: 10s }, { rate: 10, stay: 5s }] }
requests:
  page:
    route: { web: 1, api: 2 }
    cpu: { lognormal: { mean: 20ms, cv: 1 } }
    io: { exponential: { mean: 10ms } }
    patience: { exponential: { mean: 5s } }
    memory: 1MB
    errorRate: 0.01
    priority: 1
    requestBytes: 1kB
    responseBytes: 1kB
services:
  web:
    zones: 2
    instance:
      { vcpus: 1, baseCpu: 0.1, concurrency: 8, memory: 1GB, baseMemory: 10MB, networkMbps: 100, startup: 5s,
        slowStart: { for: 10s, factor: 2 }, startupCpu: { cores: 0.2, for: 3s }, drain: 10s, price: 0.05 }
    scaling: { min: 1, max: 10, initial: 2, controllers: 2 }
  api:
    instance: { vcpus: 2, concurrency: 1, startup: 1s, price: 0.05 }
    scaling: { min: 0, max: 10, perRequest: { idleTimeout: 10s, pricePerMillion: 0.2, bill: duration } }
gateway:
  timeout: 2s
  totalTimeout: 5s
  rejectLatency: 1ms
  retries: { attempts: 3, backoff: { base: 10ms, factor: 2 }, budget: 0.2 }
  queue: { limit: 100, timeout: 1s }
telemetry: { scrape: 5s, window: 15s, delay: 1s, staleAfter: 30s, loss: 0.01, phase: 1s }
cloud:
  api: { latency: 100ms, errorRate: 0.01, rateLimit: { calls: 10, per: 10s } }
  quota: 30
  capacity: [{ at: 0s, available: 25 }]
  billing: { granularity: 1s, minimum: 10s }
faults:
  - { kind: crash, every: 20s, service: web, fraction: 0.5 }
  - { kind: slow, at: 10s, for: 5s, service: web, factor: 2, fraction: 0.5 }
  - { kind: pause, at: 20s, for: 2s, service: web, count: 1 }
slo: { latency: 300ms, objective: 0.95 }
occurs: { times: 3, per: day }
`;

/** Nothing that bounds what an overload may become. */
const unbounded = `
name: unbounded
duration: 1m
traffic: { a: { executor: constant-arrival-rate, rate: 300 } }
requests: { page: { route: web, cpu: 20ms } }
services: { web: { instance: { startup: 5s }, scaling: { min: 1, max: 1000000000, initial: 2 } } }
gateway: { timeout: 20ms, retries: { attempts: 3, backoff: { base: 10ms } } }
faults: [{ kind: crash, every: 20s, service: web, count: 1 }]
telemetry: { scrape: 5s, window: 15s }
`;

const numbers = [1e9, 1e15, 1e308, 5e-324, 0, -1];
const durations = ['999999999d', '36525d', '1ns', '0s', '0.000000000000000000001ns'];
const sizes = ['999999999TB', '0B'];

/** A scenario in which one number is an extreme one. */
export interface ExtremeScenario {
  readonly text: string;
  readonly scenario: unknown;
}

/** Every number of both scenarios at every extreme of its kind. */
export function extremeScenarios(): ExtremeScenario[] {
  return [usual, unbounded].flatMap((yaml) => extremesOf(parse(yaml), []).map((change) => extremeOf(yaml, change)));
}

interface Change {
  readonly path: readonly string[];
  readonly value: number | string;
}

function extremesOf(node: unknown, path: readonly string[]): Change[] {
  if (typeof node === 'object' && node !== null) {
    return Object.entries(node).flatMap(([key, value]) => extremesOf(value, [...path, key]));
  }
  return extremeValues(node).map((value) => ({ path, value }));
}

function extremeValues(value: unknown): readonly (number | string)[] {
  if (typeof value === 'number') return numbers;
  if (typeof value !== 'string') return [];
  if (/^\d+(ms|s|m)$/.test(value)) return durations;
  return /^\d+(kB|MB|GB)$/.test(value) ? sizes : [];
}

function extremeOf(yaml: string, { path, value }: Change): ExtremeScenario {
  const scenario: unknown = parse(yaml);
  const holder = path.slice(0, -1).reduce<unknown>((at, key) => Reflect.get(Object(at), key), scenario);
  Reflect.set(Object(holder), path.at(-1) ?? '', value);
  return { text: `${path.join('.')}: ${value}`, scenario };
}
