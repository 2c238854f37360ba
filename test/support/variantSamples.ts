import { faultKinds } from '../../src/faults/kinds/index.js';
import { speeds } from '../../src/fleet/speeds/index.js';
import { actsOn, balancers } from '../../src/gateway/balancers/index.js';
import { gatewaySchema } from '../../src/gateway/settings.js';
import { distributions } from '../../src/random/distributions/index.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { arrivals } from '../../src/traffic/arrivals/index.js';
import { sources } from '../../src/traffic/sources/index.js';

/** By variant: every form in which a file may write it. */
type Samples = Readonly<Record<string, readonly unknown[]>>;

/** The trace that the samples of `trace` read, beside the scenario. */
export const traceFiles = {
  'counts.csv': 'time,count\n0,50\n10,90\n20,20\n30,60\n',
  'requests.csv': 'time\n0\n1.5\n2\n2\n7\n',
  'counts.txt': '3 5 2 9\n',
};

const distributionSamples: Samples = {
  constant: ['20ms', { constant: '20ms' }],
  uniform: [{ uniform: { min: '10ms', max: '30ms' } }],
  exponential: [{ exponential: { mean: '20ms' } }],
  lognormal: [
    { lognormal: { mean: '20ms', cv: 1.5 } },
    { lognormal: { median: '20ms', p95: '90ms' } },
    { lognormal: { median: '20ms', p99: '90ms' } },
    { lognormal: { mu: -4, sigma: 0.5 } },
  ],
  gamma: [{ gamma: { mean: '20ms', cv: 2 } }],
  weibull: [{ weibull: { scale: '20ms', shape: 0.7 } }],
  pareto: [{ pareto: { min: '10ms', alpha: 2.5 } }, { pareto: { min: '10ms', alpha: 0.9, max: '1s' } }],
  hyperexponential: [{ hyperexponential: { mean: '20ms', cv: 3 } }],
  erlang: [{ erlang: { mean: '20ms', k: 3 } }],
  empirical: [
    { empirical: { values: ['10ms', '30ms'] } },
    { empirical: { values: ['10ms', '30ms'], weights: [3, 1] } },
  ],
  mixture: [
    {
      mixture: [
        { weight: 0.9, exponential: { mean: '10ms' } },
        { weight: 0.1, constant: '100ms' },
        { weight: 0, mixture: [{ weight: 1, uniform: { min: '1ms', max: '2ms' } }] },
      ],
    },
  ],
};

const stages = [{ duration: '30s', target: 6 }];
export const sourceSamples: Samples = {
  'shared-iterations': [{ vus: 3, iterations: 40 }],
  'per-vu-iterations': [{ vus: 3, iterations: 10, think: '1s' }],
  'constant-vus': [{ vus: 3, think: { exponential: { mean: '1s' } } }],
  'ramping-vus': [{ startVUs: 0, stages }],
  'constant-arrival-rate': [{ rate: 5 }, { rate: 300, timeUnit: '1m', preAllocatedVUs: 5, maxVUs: 9 }],
  'ramping-arrival-rate': [{ startRate: 1, stages }],
  diurnal: [{ mean: 5, peakToTrough: 4, period: '1m', peakAt: '20s' }],
  'flash-crowd': [{ base: 1, peak: 9, at: '20s', rise: '5s', hold: '10s', fall: '10s' }],
  'markov-modulated': [
    {
      states: [
        { rate: 1, stay: '20s' },
        { rate: 9, stay: '10s' },
      ],
    },
  ],
  trace: [
    { file: 'counts.csv', time: 'time', count: 'count' },
    { file: 'counts.csv', time: 'time', rate: 'count', gaps: 'interpolate', scale: 0.1, from: 5, to: '25s' },
    { file: 'requests.csv', time: 'time', speed: 2 },
    { file: 'counts.txt', interval: '10s', arrivals: 'even' },
  ],
};

const arrivalSamples: Samples = {
  poisson: ['poisson', { poisson: {} }],
  even: ['even'],
  gamma: [{ gamma: { cv: 2 } }],
  renewal: [{ renewal: { gaps: { erlang: { mean: '1s', k: 2 } } } }],
};

const speedSamples: Samples = {
  usl: [{ usl: { contention: 0.03, coherency: 0.0005 } }, { usl: { contention: 0 } }],
  table: [{ 1: 1, 8: 1.5 }, { table: { 2: 1.5, 10: 2 } }],
};

const balancerSamples: Samples = {
  'round-robin': ['round-robin'],
  'weighted-round-robin': ['weighted-round-robin'],
  random: ['random'],
  'least-requests': ['least-requests'],
  'weighted-least-requests': ['weighted-least-requests'],
  'power-of-two': ['power-of-two'],
  'power-of-k': [{ 'power-of-k': { k: 3 } }],
  'peak-ewma': ['peak-ewma', { 'peak-ewma': { decay: '3s' } }],
  'consistent-hash': ['consistent-hash', { 'consistent-hash': { on: 'client', boundedLoad: 1.25 } }],
};

const weight = { zone: { 1: 2, 2: 0.5 } };

/** Every balancer in its first form; the sources must name clients. */
export const eachBalancer = Object.entries(balancerSamples).map(([name, [sample]]) => ({
  name,
  // safe: written in the words of the format; whether the parser takes them is tested wherever one is used.
  balancer: sample as NonNullable<ScenarioInput['gateway']>['balancer'],
}));

/** Of every open source, since a hash of clients needs them. */
const clients = { clients: 50, skew: 1.1 };
const opens = new Set<string>(sources.filter(({ schema }) => 'clients' in schema.shape).map(({ name }) => name));

const faultSamples: Samples = {
  crash: [
    { at: '20s', count: 1 },
    { every: { exponential: { mean: '20s' } }, fraction: 0.5 },
  ],
  pause: [{ at: '20s', for: '5s' }],
  'zone-outage': [{ at: '20s', for: '10s', zone: 2 }],
  slow: [{ at: '20s', for: { uniform: { min: '5s', max: '10s' } }, fraction: 1, factor: 3 }],
  errors: [{ at: '20s', for: '10s', rate: 0.3 }],
  'startup-failure': [{ at: '0s', for: '40s', rate: 0.5 }],
  'metrics-outage': [
    { at: '20s', for: '10s' },
    { at: '20s', for: '10s', of: 'targets' },
  ],
  'api-outage': [{ at: '20s', for: '10s' }],
  'spot-reclaim': [{ at: '20s' }, { at: '20s', fraction: 0.5, notice: '10s' }],
  'black-hole': [{ at: '20s', for: '10s' }],
  stall: [{ at: '20s', for: '10s', checks: 'fail' }],
  leak: [{ at: '20s', for: '10s', perHour: '1GB' }],
  'rolling-update': [{ at: '20s' }, { at: '20s', maxSurge: 1, maxUnavailable: '0%', minReady: '2s' }],
};

// safe: the parsed gateway of the least settings has every enumeration of retries and queues at its place.
const { queue, retries } = gatewaySchema.unwrap().shape;
const disciplines = queue.unwrap().shape.discipline.unwrap().options;
const jitters = retries.unwrap().shape.backoff.unwrap().shape.jitter.unwrap().options;
const causes = retries.unwrap().shape.on.unwrap().element.options;

/** Every open set of choices of a scenario: its variants by name, the samples, and where a sample stands. */
const choices: readonly {
  readonly what: string;
  readonly names: readonly string[];
  readonly samples: Samples;
  place(sample: unknown, name: string): object;
}[] = [
  ...(['cpu', 'io', 'patience'] as const).map((key) => ({
    what: `${key} distribution`,
    names: distributions.map(({ name }) => name),
    samples: distributionSamples,
    place: (sample: unknown) => ({ requests: { page: { [key]: sample } } }),
  })),
  {
    what: 'startup distribution',
    names: distributions.map(({ name }) => name),
    samples: distributionSamples,
    place: (sample) => ({ services: { web: { instance: { startup: sample } } } }),
  },
  {
    what: 'executor',
    names: sources.map(({ name }) => name),
    samples: sourceSamples,
    place: (sample, name) => ({
      traffic: { load: { executor: name, ...(opens.has(name) ? clients : {}), ...Object(sample) } },
    }),
  },
  {
    what: 'arrivals',
    names: arrivals.map(({ name }) => name),
    samples: arrivalSamples,
    place: (sample) => ({
      traffic: { bursts: { executor: 'constant-arrival-rate', rate: 5, ...clients, arrivals: sample } },
    }),
  },
  {
    what: 'speed',
    names: speeds.map(({ name }) => name),
    samples: speedSamples,
    place: (sample) => ({ services: { web: { instance: { speed: sample } } } }),
  },
  {
    what: 'balancer',
    names: balancers.map(({ name }) => name),
    samples: balancerSamples,
    // Weights are an error where they are not acted on.
    place: (sample, name) => ({
      ...(actsOn({ variant: name }, 'weight') ? { services: { web: { instance: { weight } } } } : {}),
      gateway: { balancer: sample, ...(actsOn({ variant: name }, 'slowStart') ? { slowStart: {} } : {}) },
    }),
  },
  {
    what: 'fault',
    names: faultKinds.map(({ name }) => name),
    samples: faultSamples,
    place: (sample, name) => ({ faults: [{ kind: name, ...Object(sample) }] }),
  },
  ...[
    { what: 'queue discipline', names: disciplines, place: (name: unknown) => ({ queue: { discipline: name } }) },
    {
      what: 'retry jitter',
      names: jitters,
      place: (name: unknown) => ({ retries: { attempts: 2, backoff: { base: '100ms', factor: 2, jitter: name } } }),
    },
    { what: 'retry cause', names: causes, place: (name: unknown) => ({ retries: { attempts: 2, on: [name] } }) },
  ].map(({ what, names, place }) => ({
    what,
    names,
    samples: Object.fromEntries(names.map((name) => [name, [name]])),
    place: (sample: unknown) => ({ gateway: { timeout: '1s', ...place(sample) } }),
  })),
];

export interface VariantScenario {
  readonly title: string;
  readonly input: ScenarioInput;
}

/** Variants that no sample stands for, and samples that stand for none. */
export const unmatchedVariants: readonly string[] = choices.flatMap(({ what, names, samples }) => [
  ...names.filter((name) => (samples[name] ?? []).length === 0).map((name) => `${what} ${name} has no sample`),
  ...Object.keys(samples)
    .filter((name) => !names.includes(name))
    .map((name) => `${what} ${name} is no variant`),
]);

/** The parts of a scenario that a sample of each variant replaces. */
export const variantParts: readonly { readonly what: string; readonly title: string; readonly part: object }[] =
  choices.flatMap(({ what, names, samples, place }) =>
    names.flatMap((name) =>
      (samples[name] ?? []).map((sample, index) => ({
        what,
        title: `${what} ${name}${index === 0 ? '' : `, form ${index + 1}`}`,
        part: place(sample, name),
      })),
    ),
  );

/** A scenario of a minute with these parts in it. */
export function scenarioWith(parts: readonly object[]): ScenarioInput {
  const base = {
    name: 'variant',
    duration: '1m',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 5, ...clients } },
    requests: { page: { route: 'web', cpu: '20ms' } },
    services: {
      web: { instance: { vcpus: 2, memory: '2GB', startup: '5s', price: 0.05 }, zones: 2, scaling: { min: 2, max: 6 } },
    },
    slo: { latency: '300ms', objective: 0.95 },
  };
  // safe: built from the words of the format; whether the parser takes them is what is tested.
  return parts.reduce(merged, base) as ScenarioInput;
}

/** Maps become one, all else is replaced: a source as a whole, since executors share no keys. */
function merged(one: object, other: object): object {
  const entries = Object.entries(other).map(([key, value]) => {
    const before: unknown = Reflect.get(one, key);
    const isMerged = isMap(before) && isMap(value) && !('executor' in value);
    return [key, isMerged ? merged(before, value) : value];
  });
  return { ...one, ...Object.fromEntries(entries) };
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One scenario for each form of each variant. */
export const variantScenarios: readonly VariantScenario[] = variantParts.map(({ title, part }) => ({
  title,
  input: scenarioWith([part]),
}));
