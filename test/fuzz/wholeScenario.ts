import fc from 'fast-check';
import { ProblemError } from '../../src/base/problem.js';
import { plainSchema, resolveRef } from '../../src/scenario/jsonSchema.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { Scenario, ScenarioInput } from '../../src/scenario/schema.js';
import { type PlaceValues, schemaValues } from './schemaValues.js';

const shortDemand = ['0s', '4ms', '60ms', '300ms'];
const spans = ['500ms', '3s', '10s', '25s'];
const rates = [0, 0.5, 4, 12];

/** By the last key of a place: what a small run needs there. The schema gives all other values. */
const byKey: Readonly<Record<string, readonly unknown[]>> = {
  $schema: ['../schema/scenario.schema.json'],
  name: ['fuzz'],
  warmup: ['0s', '7s'],
  seed: [0, 1, 77],
  start: ['2026-01-05T08:00:00Z', '2024-02-29T23:59:50Z'],
  timeUnit: ['1s', '2s'],
  period: ['10s', '40s'],
  peakAt: ['0s', '15s'],
  startTime: ['0s', '9s', '5m'],
  interval: ['1s', '10s'],
  // A number of sources; the column of a trace.
  rate: [...rates, 'count'],
  base: rates,
  peak: [5, 20],
  mean: rates,
  startRate: rates,
  peakToTrough: [1, 3],
  target: [0, 1, 6],
  preAllocatedVUs: [0, 1, 4],
  maxVUs: [1, 5],
  vus: [1, 4],
  startVUs: [0, 3],
  iterations: [1, 20],
  scale: [0, 0.3, 1, 2.5],
  speed: [0.5, 1, 3],
  file: ['counts.csv', 'requests.csv', 'counts.txt'],
  time: ['time'],
  count: ['count'],
  from: [0, 5, '10s'],
  to: ['25s', 40],
  request: ['page', 'image'],
  service: ['web', 'api'],
  exec: ['main'],
  headers: [{}, { 'x-a': 'b' }],
  env: [{}, { A: 'b' }],
  tags: [{}, { team: 'x' }],
  concurrency: [1, 2, 8],
  vcpus: [0.25, 1, 4],
  zones: [1, 3],
  min: [0, 1, 3],
  initial: [0, 1, 4, 'needed'],
  max: [1, 4, 9],
  attempts: [1, 2, 4],
  budget: [0, 0.2],
  policy: ['none'],
  quota: [4, 12],
  available: [0, 3, 20],
  objective: [0.5, 0.9, 0.999],
  factor: [1, 1.5, 4],
  cv: [0.3, 1, 2],
  k: [1, 3],
  mu: [-5, -3],
  sigma: [0, 0.7],
  shape: [0.6, 1, 2],
  alpha: [1.5, 3],
  contention: [0, 0.05],
  coherency: [0, 0.001],
  weight: [0, 1, 3],
  fraction: [0.3, 1],
  zone: [1, 2],
  controllers: [
    1,
    3,
    { count: 2, shared: true },
    { count: 2, shared: false },
    { count: 4, workers: 2, shared: 'gateway' },
  ],
  networkMbps: [10, 1000],
  price: [0, 0.1],
  staleAfter: ['0s', '20s'],
  scrape: ['1s', '5s', '15s'],
  window: ['1s', '5s', '30s'],
  path: ['duration', 'services.web.instance.startup', 'traffic.load'],
  mixture: [
    [
      { weight: 0.9, exponential: { mean: '10ms' } },
      { weight: 0.1, mixture: [{ weight: 1, uniform: { min: '1ms', max: '90ms' } }] },
    ],
  ],
  match: ['GET /v1/pools/{name}', 'PUT https://api.example/pools/{name}', 'POST /scale'],
  id: ['{id}', '$.id'],
  json: [{ name: '{name}', count: '{count}' }, []],
  text: ['ok {count}'],
  instance: [{ id: '{id}' }],
  memory: ['0B', '3MB'],
  baseMemory: ['0B', '100MB'],
};

/** By the last two keys, where the last alone is not enough. */
const byTwo: Readonly<Record<string, readonly unknown[]>> = {
  'constant.rate': rates,
  'errors.rate': [0, 0.5, 1],
  'retries.attempts': [1, 3],
  '0.count': [1, 2, '{count}', '$.count'],
  'uniform.min': ['0s', '20ms'],
  'uniform.max': ['20ms', '1s'],
  'pareto.min': ['5ms', '40ms'],
  'pareto.max': ['1s'],
  'weibull.scale': ['10ms', '200ms'],
  'lognormal.mean': ['20ms', '1s'],
  'lognormal.median': ['10ms'],
  'lognormal.p95': ['60ms'],
  'lognormal.p99': ['90ms'],
  'empirical.values': [['10ms', '30ms']],
  'empirical.weights': [[3, 1]],
  'slo.latency': ['100ms', '2s'],
  'api.latency': ['0s', '700ms'],
  'traffic.*name': ['load', 'more'],
  'requests.*name': ['page', 'image'],
  'services.*name': ['web', 'api'],
  'route.*name': ['web', 'api'],
  'policyEnv.*name': ['REGION', 'MODE'],
  'thresholds.*name': [
    'http_req_failed',
    'latency_all_ms',
    'cost_usd',
    'latency_ms{service:web}',
    'services.web.cost_usd',
  ],
  'table.*name': ['1', '4', '16'],
  'speed.*name': ['1', '3'],
  '*name.table': [{ 1: 1, 4: 2 }],
};

const thresholds: Readonly<Record<string, unknown>> = {
  http_req_failed: ['rate<0.5'],
  latency_all_ms: 'p(95)<500',
  cost_usd: [{ threshold: 'value<1', abortOnFail: true, delayAbortEval: '10s' }],
  'latency_ms{service:web}': ['avg<100', 'max<1000'],
  'services.web.cost_usd': ['value>0'],
};

const valuesAt: PlaceValues = (path, part) => {
  const [above, key] = [path.at(-2) ?? '', path.at(-1) ?? ''];
  const two = byTwo[`${above}.${key}`];
  if (two !== undefined) return two;
  if (path.length === 1 && key === 'duration') return ['20s', '45s', '2m'];
  if (path.length === 1 && key === 'policies') return [[], ['none'], ['static:2', 'oracle']];
  if (key === 'from' && path.includes('billing')) return ['launch', 'ready'];
  if (key === 'from' && path.includes('assumptions')) return ['a look at the dashboard'];
  if (['at', 'from'].includes(key) && path.includes('capacity')) return ['0s', '15s'];
  if (key === 'speed' && path.includes('instance')) return undefined;
  if (key === 'instance' && path.length === 3) return undefined;
  if (key === 'memory' && path.length === 1) return undefined;
  if (Object.hasOwn(byKey, key) && !isOpen(path, key)) return byKey[key];
  if (String(resolveRef(part).pattern).startsWith('^\\{')) return ['{name}'];
  if (resolveRef(part).title === 'duration' && ['mean', 'scale'].includes(key)) return ['4ms', '60ms', '800ms'];
  if (resolveRef(part).title === 'duration') return isDemand(path) ? shortDemand : spans;
  if (resolveRef(part).title === 'size') return ['0B', '24kB'];
  return undefined;
};

/** Keys that are distributions or maps where they stand, and so are the schema's business. */
function isOpen(path: readonly string[], key: string): boolean {
  if (key === 'base' && !path.includes('traffic')) return true;
  if (key === 'mean' && !path.includes('traffic')) return true;
  if (['min', 'max'].includes(key) && !path.includes('scaling')) return true;
  if (key === 'rate' && path.includes('faults')) return true;
  if (key === 'count' && !path.includes('traffic')) return true;
  if (key === 'interval' && !path.includes('traffic')) return true;
  return false;
}

function isDemand(path: readonly string[]): boolean {
  return path.includes('requests') || path.includes('think');
}

const drawn: fc.Arbitrary<unknown> = fc.oneof(
  ...[1, 3, 6].map((tenths) => schemaValues(plainSchema(), { valuesAt, tenths })),
);

/** A scenario as a file would have it, and as it is run; undefined where it could not be made consistent. */
export interface WholeScenario {
  readonly input: ScenarioInput;
  readonly scenario: Scenario | undefined;
}

/** A scenario in which each key and each choice of the schema may be. */
export const wholeScenario: fc.Arbitrary<WholeScenario> = drawn.map((value) => mended(structuredClone(value) as Tree)); // safe: the schema is that of a map

type Tree = Record<string, unknown>;

/** What a scenario cannot be without. */
const needed: Readonly<Record<string, () => Tree>> = {
  services: () => ({ web: {} }),
  requests: () => ({ page: { route: 'web', cpu: '20ms' } }),
  // With clients, or a balancer that hashes them would be refused again and again.
  traffic: () => ({ load: { executor: 'constant-arrival-rate', rate: 4, clients: 9 } }),
};

/** Names that exist for names that do not, and thresholds that fit their metrics. */
function tie(tree: Tree): void {
  for (const [key, make] of Object.entries(needed)) {
    if (Object.keys(Object(tree[key])).length === 0) tree[key] = make();
  }
  const mapsOf = (key: string) => tree[key] as Readonly<Record<string, Tree>>; // safe: the schema has maps of maps there
  const [services, requests] = [mapsOf('services'), mapsOf('requests')];
  const known = (names: object, name: unknown) => (Object.hasOwn(names, String(name)) ? name : Object.keys(names)[0]);
  for (const one of Object.values(requests)) {
    const { route } = one;
    const isSplit = typeof route === 'object' && route !== null;
    const weights = Object.entries(Object(route)).map(([name, weight]) => [known(services, name), weight]);
    one.route = isSplit ? Object.fromEntries(weights) : known(services, route);
  }
  for (const one of Object.values(mapsOf('traffic'))) one.request = known(requests, one.request);
  for (const one of Object.values(mapsOf('faults') ?? {})) one.service = known(services, one.service);
  if (tree.thresholds === undefined) return;
  const names = Object.keys(mapsOf('thresholds')).filter(
    (name) => !name.includes('web') || Object.hasOwn(services, 'web'),
  );
  tree.thresholds = Object.fromEntries(names.map((name) => [name, thresholds[name]]));
}

const mostMends = 40;

/** Takes away what the loader complains about, until it does not. */
function mended(tree: Tree): WholeScenario {
  for (let count = 0; count < mostMends; count++) {
    tie(tree);
    // safe: whether it is one is what the parser says.
    const input = tree as unknown as ScenarioInput;
    try {
      return { input, scenario: parseScenario(input) };
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown;
      if (!thrown.problems.some(({ where }) => remove(tree, (where.path ?? '').split('.'), count))) break;
    }
  }
  return { input: tree as unknown as ScenarioInput, scenario: undefined };
}

/** Takes away the value at a path, or the map in which it is missing; after some attempts the map that it stands in. */
function remove(tree: Tree, path: readonly string[], attempts: number): boolean {
  const holders: { readonly holder: object; readonly key: string }[] = [];
  let value: unknown = tree;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) break;
    holders.push({ holder: value, key });
    value = Reflect.get(value, key);
  }
  const last = holders.at(-1 - Math.floor(attempts / 10)) ?? holders[0];
  if (last === undefined) return false;
  if (Array.isArray(last.holder)) return last.holder.splice(Number(last.key), 1).length > 0;
  return Reflect.deleteProperty(last.holder, last.key);
}
