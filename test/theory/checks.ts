import type { RunResult } from '../../src/results/runResult.js';
import type { Check } from './theoryCase.js';

export const measure =
  (name: string, factor = 1) =>
  ({ measures }: RunResult): number =>
    (measures[name] ?? Number.NaN) * factor;

/** A count as a share of the requests offered. */
export const shareOf =
  (name: string) =>
  ({ measures }: RunResult): number =>
    (measures[name] ?? Number.NaN) / (measures.requests_offered ?? Number.NaN);

/** Names of the reference files, and what of a run is the same thing. */
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
  p_block: shareOf('requests_rejected'),
  p_abandon: shareOf('requests_abandoned'),
  mean_sojourn_accepted: measure('latency_mean_ms', 1e-3),
  mean_wait_accepted: measure('queue_wait_mean_ms', 1e-3),
  p_wait_accepted: measure('queue_wait_probability'),
  mean_attempts: shareOf('attempts'),
};

const percentileTables = [
  ['wait', 'queue_wait'],
  ['sojourn', 'latency'],
  ['sojourn_accepted', 'latency'],
] as const;

interface CheckOptions {
  readonly power?: number;
  readonly bias?: number;
  /** Names of the reference that mean something else here. */
  readonly except?: readonly string[];
}

/** Checks of every expected number that a measure holds. Tolerances: docs/validation.md. */
export function checksOf(expected: Readonly<Record<string, unknown>>, options: CheckOptions = {}): Check[] {
  const { power = 0.01, bias = 0.003, except = [] } = options;
  const scalars = Object.entries(known).flatMap(([name, of]): Check[] => {
    const reference = expected[name];
    if (typeof reference !== 'number' || reference === 0 || except.includes(name)) return [];
    return [{ name, of, reference, bias, power }];
  });
  const tails = percentileTables.flatMap(([table, prefix]): Check[] => {
    const percentiles = expected[table];
    if (typeof percentiles !== 'object' || percentiles === null || except.includes(table)) return [];
    return Object.entries(percentiles).flatMap(([percentile, reference]): Check[] => {
      // p99.9 needs ten times the arrivals for the same precision; a percentile of 0 is an atom, which p_wait tells.
      if (reference === 0 || percentile === 'p99.9') return [];
      const of = measure(`${prefix}_${percentile}_ms`, 1e-3);
      return [{ name: `${table} ${percentile}`, of, reference, bias: 0.01, power: Math.max(0.02, power) }];
    });
  });
  return [...scalars, ...tails];
}
