import fc from 'fast-check';
import type { ScenarioInput } from '../../src/scenario/schema.js';

/** Gateways with their balancers. Where nothing is weighed, weights would be an error. */
const balancers: readonly { readonly weight?: object; readonly gateway: object }[] = [
  { gateway: { balancer: 'round-robin' } },
  { gateway: { balancer: 'random' } },
  { gateway: { balancer: 'least-requests' } },
  { gateway: { balancer: 'power-of-two' } },
  { gateway: { balancer: 'peak-ewma' } },
  { gateway: { balancer: 'weighted-round-robin', slowStart: { for: '20s' } }, weight: { zone: { 2: 3 } } },
  { gateway: { balancer: 'least-requests', slowStart: {} } },
];
/** Ways in which requests wait, give up and come again. */
const ways: readonly { readonly gateway: object; readonly instance: object }[] = [
  { gateway: {}, instance: { queue: 8 } },
  { gateway: { queue: { limit: 40, timeout: '3s' } }, instance: {} },
  { gateway: { queue: {}, admission: { codel: { target: '50ms' } }, timeout: '2s' }, instance: {} },
  { gateway: { timeout: '600ms', retries: { attempts: 3, on: ['5xx', 'timeout'] } }, instance: { queue: 8 } },
  {
    gateway: { totalTimeout: '2s', timeout: '500ms', retries: { attempts: 4, on: ['timeout'], budget: 0.2 } },
    instance: { queue: 20, dropExpired: true },
  },
];
/** What the gateway learns late, and whom it refuses. */
const guards: readonly object[] = [
  {},
  {
    rateLimit: [{ requests: 5, burst: 8, by: 'client' }, { requests: 60 }],
    circuitBreaker: [
      { requests: 30, pending: 20, retries: 6 },
      { failureRatio: 0.4, openFor: '4s', minimumRequests: 10, halfOpen: 3 },
    ],
  },
  {
    admission: { concurrency: 30 },
    circuitBreaker: { per: 'instance', failureRatio: 0.4, openFor: '4s', minimumRequests: 6, halfOpen: 2 },
    ejection: { interval: '5s', baseTime: '5s', maxPercent: 50, consecutiveErrors: 3, successRate: 'none' },
    endpointLag: { exponential: { mean: '2s' } },
    connectTimeout: '300ms',
  },
  {
    healthCheck: { interval: '2s', timeout: '500ms', cpu: '1ms' },
    ejection: { interval: '10s', successRate: { minimumInstances: 2, minimumRequests: 10 } },
    connectTimeout: '700ms',
    panic: 0.4,
  },
];
/** Tries beside tries; two in three scenarios have none. */
const hedgings: readonly object[] = [
  {},
  {},
  {},
  {},
  { hedging: { after: '120ms', attempts: 3 } },
  { hedging: { after: 'p95', attempts: 4, cancel: true } },
];
const demands: readonly object[] = [
  { cpu: { exponential: { mean: '60ms' } }, io: '20ms', errorRate: 0.05 },
  { cpu: { lognormal: { mean: '90ms', cv: 1 } }, patience: { exponential: { mean: '2s' } } },
  { io: { exponential: { mean: '150ms' } }, memory: '3MB', errorRate: 0.1 },
];
const sources: readonly object[] = [
  { executor: 'constant-arrival-rate', rate: 40, clients: 20, skew: 0.8 },
  { executor: 'diurnal', mean: 30, peakToTrough: 6, period: '2m', clients: 7 },
  { executor: 'constant-vus', vus: 30, think: { exponential: { mean: '500ms' } } },
  { executor: 'constant-arrival-rate', rate: 40, preAllocatedVUs: 2, maxVUs: 8, clients: 5 },
];
const faults: readonly { readonly kind: string; readonly [field: string]: unknown }[][] = [
  [],
  [
    { kind: 'crash', at: '1m', service: 'web', fraction: 0.5 },
    { kind: 'pause', at: '80s', for: '7s', service: 'web', count: 2 },
  ],
  [
    { kind: 'zone-outage', at: '70s', for: '30s', service: 'web', zone: 1 },
    { kind: 'slow', at: '30s', for: '20s', service: 'web', factor: 3, fraction: 0.5 },
    { kind: 'startup-failure', at: '40s', for: '60s', service: 'web', rate: 0.5 },
    { kind: 'errors', at: '100s', for: '20s', service: 'web', rate: 0.5 },
  ],
  [
    { kind: 'rolling-update', at: '40s', service: 'web', minReady: '3s' },
    { kind: 'crash', at: '50s', service: 'web', count: 1 },
  ],
  [
    { kind: 'spot-reclaim', at: '50s', service: 'web', fraction: 0.5, notice: '4s' },
    { kind: 'black-hole', at: '40s', for: '15s', service: 'web', count: 1 },
    { kind: 'stall', at: '90s', for: '6s', service: 'web', fraction: 0.5 },
  ],
];
const fleets: readonly { readonly concurrency: number; readonly scaling: object }[] = [
  { concurrency: 8, scaling: { min: 1, max: 12, initial: 4 } },
  { concurrency: 3, scaling: { min: 2, max: 9 } },
  { concurrency: 1, scaling: { min: 0, max: 20, perRequest: { idleTimeout: '20s' } } },
];

/** Probes: none, slow to find out, and quick to kill. */
const probings: readonly object[] = [
  {},
  {},
  { probes: { readiness: { period: '4s', timeout: '500ms', cpu: '2ms' } } },
  {
    probes: {
      startup: { period: '2s', failure: 6 },
      readiness: { period: '2s', timeout: '300ms', failure: 2, success: 2 },
      liveness: { period: '3s', timeout: '200ms', failure: 2, cpu: '5ms' },
    },
  },
];

/** Pools of nodes: none, scarce, with room to spare. */
const pools: readonly (object | undefined)[] = [
  undefined,
  undefined,
  { vcpus: 4, memory: '8GiB', max: 4, provision: { exponential: { mean: '20s' } }, imagePull: '4s', price: 0.3 },
  { vcpus: 8, memory: '8GiB', min: 1, max: 9, provision: '15s', headroom: 1 },
];

/** Three minutes of a scenario in which much of what a scenario can have comes together. */
export const anyScenario: fc.Arbitrary<ScenarioInput> = fc
  .record({
    seed: fc.integer({ min: 1, max: 1000 }),
    balancer: fc.constantFrom(...balancers),
    way: fc.constantFrom(...ways),
    guards: fc.constantFrom(...guards),
    hedging: fc.constantFrom(...hedgings),
    demand: fc.constantFrom(...demands),
    source: fc.constantFrom(...sources),
    faults: fc.constantFrom(...faults),
    fleet: fc.constantFrom(...fleets),
    warmup: fc.constantFrom('0s', '17s'),
    isSlowStarting: fc.boolean(),
    pool: fc.constantFrom(...pools),
    probing: fc.constantFrom(...probings),
    background: fc.constantFrom({}, { baseCpu: 0.2, startupCpu: { cores: 1.5, for: '20s' } }),
  })
  .map((parts) => scenarioOf(parts as unknown as AnyParts)); // safe: the record above has exactly these keys

interface AnyParts {
  readonly seed: number;
  readonly balancer: (typeof balancers)[number];
  readonly way: (typeof ways)[number];
  readonly guards: object;
  readonly hedging: object;
  readonly demand: object;
  readonly source: object;
  readonly faults: (typeof faults)[number];
  readonly fleet: (typeof fleets)[number];
  readonly warmup: string;
  readonly isSlowStarting: boolean;
  readonly pool: object | undefined;
  readonly probing: object;
  readonly background: object;
}

function scenarioOf(parts: AnyParts): ScenarioInput {
  const { seed, balancer, way, demand, source, faults: troubles, fleet, warmup, isSlowStarting, background } = parts;
  const { guards: guarding } = parts;
  const isPerRequest = 'perRequest' in fleet.scaling;
  const pool = isPerRequest ? undefined : parts.pool;
  const instance = {
    vcpus: 2,
    concurrency: fleet.concurrency,
    startup: { exponential: { mean: '8s' } },
    drain: '2s',
    ...(pool === undefined ? { price: 0.1 } : { node: 'm5', cpuRequest: 1 }),
    ...way.instance,
    ...background,
    ...(isPerRequest ? {} : parts.probing),
    ...(balancer.weight === undefined || isPerRequest ? {} : { weight: balancer.weight }),
    ...(isSlowStarting ? { slowStart: { for: '20s', factor: 3 } } : {}),
  };
  const scenario = {
    name: 'any',
    seed,
    duration: '3m',
    warmup,
    traffic: { load: source },
    requests: { page: { route: 'web', ...demand } },
    services: { web: { instance, scaling: fleet.scaling, zones: 2 } },
    ...(pool === undefined ? {} : { nodes: { m5: pool } }),
    gateway: { ...(isPerRequest ? {} : balancer.gateway), ...guarding, ...parts.hedging, ...way.gateway },
    // Functions have no rolling update.
    faults: troubles.filter(({ kind }) => kind !== 'rolling-update' || !isPerRequest),
    slo: { latency: '300ms', objective: 0.9 },
  };
  return scenario as unknown as ScenarioInput; // safe: parseScenario checks it; the parts are picked from lists above
}
