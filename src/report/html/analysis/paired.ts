import type { PolicyResult } from '../../../results/results.js';
import { pairedDifference } from '../../../stats/pairedDifference.js';
import { type Interval, meanInterval } from '../../../stats/tInterval.js';

/** b relative to a over the same random numbers: the geometric mean of b/a with its interval. */
export interface PairedRatio {
  readonly ratio: number;
  /** Null with one pair. */
  readonly low: number | null;
  readonly high: number | null;
  /** Pairs. */
  readonly n: number;
  /** Pairs in which b is below a. */
  readonly lowerCount: number;
}

/** Undefined where a pair is missing or not positive: then a ratio says nothing. */
export function pairedRatio(name: string, a: PolicyResult, b: PolicyResult): PairedRatio | undefined {
  const pairs = pairsOf(name, a, b);
  if (pairs.length === 0 || pairs.some((pair) => pair.a <= 0 || pair.b <= 0)) return undefined;
  const { mean, low, high, n } = meanInterval(pairs.map((pair) => Math.log(pair.b / pair.a)));
  if (mean === null) return undefined;
  const lowerCount = pairs.filter((pair) => pair.b < pair.a).length;
  const bound = (value: number | null) => (value === null ? null : Math.exp(value));
  return { ratio: Math.exp(mean), low: bound(low), high: bound(high), n, lowerCount };
}

/** Interval of b - a over the replications in which both have the measure. */
export function pairedInterval(name: string, a: PolicyResult, b: PolicyResult): Interval {
  const pairs = pairsOf(name, a, b);
  return pairedDifference({ a: pairs.map((pair) => pair.a), b: pairs.map((pair) => pair.b) });
}

function pairsOf(name: string, a: PolicyResult, b: PolicyResult): { readonly a: number; readonly b: number }[] {
  const ofB = new Map(b.replications.map(({ replication, measures }) => [replication, measures[name]]));
  return a.replications.flatMap(({ replication, measures }) => {
    const [valueA, valueB] = [measures[name], ofB.get(replication)];
    return typeof valueA === 'number' && typeof valueB === 'number' ? [{ a: valueA, b: valueB }] : [];
  });
}
