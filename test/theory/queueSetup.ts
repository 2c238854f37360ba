import type { DistributionInput } from '../../src/random/distributions/index.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import type { Check } from './theoryCase.js';

/** A law as the reference files write it. */
export interface Law {
  readonly type: string;
  readonly mean?: number;
  readonly value?: number;
  readonly scv?: number;
  readonly k?: number;
  readonly alpha?: number;
  readonly min?: number;
  readonly max?: number;
  readonly probs?: readonly number[];
  readonly means?: readonly number[];
  readonly values?: readonly number[];
}

export const seconds = (value: number): string => `${Number(value.toPrecision(15))}s`;

/** The law in the scenario's words. */
export function distributionOf(law: Law): DistributionInput {
  const { mean = 1, value = 1, scv = 1, k = 1, alpha = 1, min = 0, max = 1, probs = [], means = [], values = [] } = law;
  switch (law.type) {
    case 'exp':
      return { exponential: { mean: seconds(mean) } };
    case 'det':
      return { constant: seconds(value) };
    case 'lognormal':
      return { lognormal: { mean: seconds(mean), cv: Math.sqrt(scv) } };
    case 'erlang':
      return { erlang: { mean: seconds(mean), k } };
    case 'uniform':
      return { uniform: { min: seconds(min), max: seconds(max) } };
    case 'bounded_pareto':
      return { pareto: { min: seconds(min), alpha, max: seconds(max) } };
    case 'hyperexp':
      return { mixture: probs.map((weight, index) => ({ weight, exponential: { mean: seconds(means[index]) } })) };
    case 'bimodal':
      return { mixture: probs.map((weight, index) => ({ weight, constant: seconds(values[index]) })) };
    default:
      throw new TypeError(`unknown law ${law.type}`);
  }
}

/** Seconds a run must last for about 0.7 % precision over 20 runs (Whitt 1989), and what to leave out at its begin. */
export function spanOf(options: {
  readonly rate: number;
  readonly load: number;
  readonly variation?: number;
  readonly precision?: number;
}): { readonly duration: string; readonly warmup: string } {
  const { rate, load, variation = 1, precision = 0.01 } = options;
  const arrivals = ((2.58 / precision) ** 2 * 2 * Math.max(0.25, variation)) / (1 - load) ** 2;
  const warmup = Math.max(100, 20 / (1 - Math.sqrt(Math.min(load, 0.999))) ** 2) / rate;
  return { warmup: seconds(Math.ceil(warmup)), duration: seconds(Math.ceil(warmup + (2 * arrivals) / 20 / rate)) };
}

/** `servers` slots that hold a request each, behind one first-come line. */
export function lineOf(options: {
  readonly span: { readonly duration: string; readonly warmup: string };
  readonly rate: number;
  readonly service: DistributionInput;
  readonly servers?: number;
  readonly arrivals?: ScenarioInput['traffic'][string] extends { arrivals?: infer A } ? A : never;
  readonly limit?: number;
  readonly patience?: DistributionInput;
}): ScenarioInput {
  const { span, rate, service, servers = 1, arrivals, limit, patience } = options;
  return {
    name: 'line',
    ...span,
    traffic: {
      load: {
        executor: 'constant-arrival-rate',
        rate: Math.max(1, Math.round(rate * 1000)),
        timeUnit: seconds(Math.max(1, Math.round(rate * 1000)) / rate),
        ...(arrivals === undefined ? {} : { arrivals }),
      },
    },
    requests: { job: { route: 'desk', io: service, ...(patience === undefined ? {} : { patience }) } },
    services: { desk: { instance: { concurrency: 1 }, scaling: { min: servers } } },
    gateway: { queue: limit === undefined ? {} : { limit } },
  } as ScenarioInput;
}

const measure =
  (name: string, factor = 1) =>
  ({ measures }: Parameters<Check['of']>[0]) =>
    (measures[name] ?? Number.NaN) * factor;

/** Names of the reference files, and which measure holds each. */
const known: Readonly<Record<string, Check['of']>> = {
  utilization: measure('utilization_mean'),
  p_wait: measure('queue_wait_probability'),
  mean_wait: measure('queue_wait_mean_ms', 1e-3),
  mean_wait_all: measure('queue_wait_mean_ms', 1e-3),
  mean_sojourn: measure('latency_mean_ms', 1e-3),
  mean_in_system: measure('in_system_mean'),
  mean_in_queue: measure('in_queue_mean'),
  throughput: measure('throughput_per_second'),
  mean_busy: measure('instances_busy_mean'),
  mean_on: measure('instances_mean'),
  mean_billed: measure('instances_billed_mean'),
  mean_arrival_rate: ({ measures, groups }) =>
    groups.length > 0 ? (measures.requests_offered ?? Number.NaN) / spanSeconds(measures) : Number.NaN,
  p_block: ({ measures }) => (measures.requests_rejected ?? Number.NaN) / (measures.requests_offered ?? Number.NaN),
  p_abandon: ({ measures }) => (measures.requests_abandoned ?? Number.NaN) / (measures.requests_offered ?? Number.NaN),
  mean_sojourn_accepted: measure('latency_mean_ms', 1e-3),
  mean_wait_accepted: measure('queue_wait_mean_ms', 1e-3),
  p_wait_accepted: measure('queue_wait_probability'),
  mean_attempts: ({ measures }) => (measures.attempts ?? Number.NaN) / (measures.requests_offered ?? Number.NaN),
};

function spanSeconds(measures: Readonly<Record<string, number | null>>): number {
  return (measures.requests_completed ?? Number.NaN) / (measures.throughput_per_second ?? Number.NaN);
}

/** Checks of every expected number that a measure holds; percentiles too, with their own tolerance. */
export function checksOf(
  expected: Readonly<Record<string, unknown>>,
  options: { readonly power?: number; readonly bias?: number; readonly only?: readonly string[] } = {},
): Check[] {
  const { power = 0.01, bias = 0.003, only } = options;
  const scalars = Object.entries(known).flatMap(([name, of]): Check[] => {
    const reference = expected[name];
    if (typeof reference !== 'number' || (only !== undefined && !only.includes(name))) return [];
    return [{ name, of, reference, bias, power }];
  });
  return only === undefined ? [...scalars, ...percentiles(expected, power)] : scalars;
}

function percentiles(expected: Readonly<Record<string, unknown>>, power: number): Check[] {
  const tables = [
    ['wait', 'queue_wait'],
    ['sojourn', 'latency'],
    ['sojourn_accepted', 'latency'],
  ] as const;
  return tables.flatMap(([key, prefix]) => {
    const table = expected[key];
    if (typeof table !== 'object' || table === null) return [];
    return Object.entries(table as Record<string, number>).flatMap(([percentile, reference]): Check[] => {
      // p99.9 needs ten times the arrivals for the same precision; p99 already shows the tail.
      if (reference === 0 || percentile === 'p99.9') return [];
      const isTail = percentile === 'p99';
      const of = measure(`${prefix}_${percentile}_ms`, 1e-3);
      return [
        {
          name: `${key} ${percentile}`,
          of,
          reference,
          bias: 0.01,
          power: isTail ? Math.max(0.02, power) : Math.max(0.015, power),
        },
      ];
    });
  });
}
