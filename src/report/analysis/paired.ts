import { comparePolicies } from '../../results/comparisons.js';
import type { Comparison } from '../../results/results.js';
import type { Candidate, Study } from './study.js';

/** b relative to a on the same random numbers: the ratio of the means with the interval that the verdict used. */
interface PairedRatio {
  readonly ratio: number;
  /** Null with one pair. */
  readonly low: number | null;
  readonly high: number | null;
  /** Pairs. */
  readonly n: number;
  /** Pairs in which b is below a. */
  readonly lowerCount: number;
  readonly row: Comparison;
}

/** A ratio cannot fall below this: nothing that is drawn or said is smaller. */
const leastRatio = 1e-6;

/** What the runs say of b against a in a measure; undefined where neither has it. */
export function comparisonOf(
  measure: string,
  { a, b }: { readonly a: Candidate; readonly b: Candidate },
  { scenario }: Pick<Study, 'scenario'>,
): Comparison | undefined {
  const rows = comparePolicies(a.policy, b.policy, { objective: scenario.slo?.objective });
  return rows.find((row) => row.measure === measure);
}

/** Undefined where the reference is not positive or no pair has values: then a ratio says nothing. */
export function pairedRatio(
  measure: string,
  sides: { readonly a: Candidate; readonly b: Candidate },
  study: Pick<Study, 'scenario'>,
): PairedRatio | undefined {
  const row = comparisonOf(measure, sides, study);
  const pairs = pairsOf(measure, sides);
  const mean = pairs.reduce((sum, pair) => sum + pair.a, 0) / pairs.length;
  if (row === undefined || row.difference === null || !(mean > 0)) return undefined;
  const ratioAt = (difference: number) => Math.max(leastRatio, 1 + difference / mean);
  const lowerCount = pairs.filter((pair) => pair.b < pair.a).length;
  const bound = (value: number | null) => (value === null ? null : ratioAt(value));
  return {
    ratio: ratioAt(row.difference),
    low: bound(row.low),
    high: bound(row.high),
    n: pairs.length,
    lowerCount,
    row,
  };
}

function pairsOf(name: string, { a, b }: { readonly a: Candidate; readonly b: Candidate }) {
  const ofB = new Map(b.policy.replications.map(({ replication, measures }) => [replication, measures[name]]));
  return a.policy.replications.flatMap(({ replication, measures }) => {
    const [valueA, valueB] = [measures[name], ofB.get(replication)];
    return typeof valueA === 'number' && typeof valueB === 'number' ? [{ a: valueA, b: valueB }] : [];
  });
}
