import { pairedDifference } from '../stats/pairedDifference.js';
import { runsNeeded, verdictOf } from '../stats/verdict.js';
import { unanswered } from './aggregate.js';
import { measureOf } from './measures/index.js';
import type { Comparison, PolicyResult, Verdict } from './results.js';

/** What policies are compared by, in the order of the reports. */
export const comparedMeasures = [
  'slo_attainment',
  'time_above_slo_s',
  'longest_above_slo_s',
  'recovery_s',
  'error_budget_used_ratio',
  'latency_all_p99_ms',
  'latency_all_p95_ms',
  'latency_all_p50_ms',
  'latency_p99_ms',
  'latency_p95_ms',
  'latency_mean_ms',
  'queue_wait_mean_ms',
  'queue_wait_p99_ms',
  'requests_good',
  'throughput_per_second',
  'cost_usd',
  'cost_usd_per_month',
  'cost_per_million_good_usd',
  'waste_usd',
  'regret_ratio',
  'scaling_reversals',
  'wasted_starts',
  'lag_total_s',
  'lag_unanswered_count',
  'instances_mean',
  'instances_peak',
  'under_provisioned_percent',
  'over_provisioned_percent',
  'under_provisioned_time_percent',
  'over_provisioned_time_percent',
] as const;

/** Compares `b` with the reference `a`, run by run on the same random numbers. Measures that neither has are left out. */
export function comparePolicies(a: PolicyResult, b: PolicyResult): Comparison[] {
  return comparedMeasures.flatMap((name) => compareMeasure(name, a, b));
}

function compareMeasure(name: string, a: PolicyResult, b: PolicyResult): Comparison[] {
  const better = measureOf(name)?.better;
  if (better === undefined || (a.measures[name] === undefined && b.measures[name] === undefined)) return [];
  const row = { measure: name, a: a.name, b: b.name };
  const ranked = rankUnanswered(name, a, b);
  if (ranked !== undefined) return [{ ...row, difference: null, low: null, high: null, verdict: ranked }];
  const pairs = pairedValues(name, a, b);
  if (pairs.a.length === 0) return [];
  const interval = pairedDifference(pairs);
  const referenceMean = pairs.a.reduce((sum, value) => sum + value, 0) / pairs.a.length;
  const verdict = verdictOf({ interval, referenceMean, better });
  const runs = verdict === 'undecided' && better !== 'none' ? runsNeeded({ interval, referenceMean }) : undefined;
  const { mean: difference, low, high } = interval;
  return [{ ...row, difference, low, high, verdict, ...(runs === undefined ? {} : { runs_needed: runs }) }];
}

/** Infinitely late ranks worst; two that are both infinitely late cannot be told apart. */
function rankUnanswered(name: string, a: PolicyResult, b: PolicyResult): Verdict | undefined {
  const isLate = ({ measures }: PolicyResult) => measures[name]?.reason === unanswered;
  if (isLate(a)) return isLate(b) ? 'undecided' : 'better';
  return isLate(b) ? 'worse' : undefined;
}

/** Values of the replications in which both have one. */
function pairedValues(name: string, a: PolicyResult, b: PolicyResult): { a: number[]; b: number[] } {
  const ofB = new Map(b.replications.map(({ replication, measures }) => [replication, measures[name]]));
  const pairs: { a: number[]; b: number[] } = { a: [], b: [] };
  for (const { replication, measures } of a.replications) {
    const [valueA, valueB] = [measures[name], ofB.get(replication)];
    if (typeof valueA !== 'number' || typeof valueB !== 'number') continue;
    pairs.a.push(valueA);
    pairs.b.push(valueB);
  }
  return pairs;
}
