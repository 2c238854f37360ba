import { bucketUpperSeconds, type SparseHistogram } from '../stats/histogram.js';

/** A histogram as exporters count it. */
export interface LatencyTotals {
  /** [bound] values of at most that bound. */
  readonly counts: Float64Array;
  readonly sumSeconds: number;
}

/** Bounds in seconds, as client libraries of Prometheus have them when nobody says otherwise. */
export const latencyBounds: readonly number[] = [
  0.005,
  0.01,
  0.025,
  0.05,
  0.1,
  0.25,
  0.5,
  1,
  2.5,
  5,
  10,
  Number.POSITIVE_INFINITY,
];

export function noLatenciesOf(bounds: readonly number[]): LatencyTotals {
  return { counts: new Float64Array(bounds.length), sumSeconds: 0 };
}

export const noLatencies: LatencyTotals = noLatenciesOf(latencyBounds);

/** With what came since: a bucket counts for the bound it reaches to or holds, so within 0.8 % of the bound. */
export function addLatencies(
  { counts, sumSeconds }: LatencyTotals,
  recent: SparseHistogram,
  bounds: readonly number[] = latencyBounds,
): LatencyTotals {
  if (recent.buckets.length === 0) return { counts, sumSeconds };
  const sums = counts.slice();
  let bound = 0;
  for (const [index, bucket] of recent.buckets.entries()) {
    const beginSeconds = bucket === 0 ? 0 : bucketUpperSeconds(bucket - 1);
    while (bounds[bound] < beginSeconds) bound++;
    for (let above = bound; above < sums.length; above++) sums[above] += recent.counts[index];
  }
  return { counts: sums, sumSeconds: sumSeconds + recent.sumSeconds };
}
