import type { Interval } from './tInterval.js';

/** What a comparison may say of b against a. */
export const verdicts = ['better', 'worse', 'no difference shown', 'undecided'] as const;
export type Verdict = (typeof verdicts)[number];

/** Differences within this share of a's mean do not matter (CONTRACT section 4). */
const indifferenceRatio = 0.02;

interface Comparison {
  /** Interval of b - a. */
  readonly interval: Interval;
  /** Mean of a. */
  readonly referenceMean: number;
}

/**
 * What the interval of b - a says about b.
 *
 * `no difference shown` is tested first: a difference that is certain but too small to matter is none. With one run, and for
 * a measure of which neither direction is better, a difference that may matter stays `undecided`.
 */
export function verdictOf({
  interval,
  referenceMean,
  better,
}: Comparison & { readonly better: 'lower' | 'higher' | 'none' }): Verdict {
  const { low, high } = interval;
  if (low === null || high === null) return 'undecided';
  const margin = indifferenceRatio * Math.abs(referenceMean);
  if (low >= -margin && high <= margin) return 'no difference shown';
  if (better === 'none' || (low <= 0 && high >= 0)) return 'undecided';
  return high < 0 === (better === 'lower') ? 'better' : 'worse';
}

/**
 * Runs that would probably settle an undecided comparison: R (half-width / distance)^2.
 *
 * The half-width shrinks with the root of the runs; it must fall below the distance of the difference from 0 (then b is
 * better or worse) or from the edge of +-2 % (then no difference is shown), whichever takes fewer runs.
 * @returns more than the present runs; undefined with fewer than two runs or when no number of runs would do
 */
export function runsNeeded({ interval, referenceMean }: Comparison): number | undefined {
  const { mean, low, high, n } = interval;
  if (mean === null || low === null || high === null) return undefined;
  const margin = indifferenceRatio * Math.abs(referenceMean);
  const distance = Math.max(Math.abs(mean), margin - Math.abs(mean));
  const runs = Math.ceil(n * ((high - low) / 2 / distance) ** 2);
  return Number.isSafeInteger(runs) ? Math.max(n + 1, runs) : undefined;
}
