import type { Samples, TimelineRow } from '../charts/timelineData.js';

/**
 * At most `countMax` samples, each of a whole number of the old steps.
 *
 * `max` keeps every spike, as a latency needs; `mean` keeps the area, as a rate needs.
 */
export function thinSamples({ stepSeconds, values }: Samples, countMax: number, keep: 'max' | 'mean'): Samples {
  const width = Math.ceil(values.length / countMax);
  if (width <= 1) return { stepSeconds, values: values.map(shortened) };
  const thinned: (number | null)[] = [];
  for (let start = 0; start < values.length; start += width) {
    const bucket = values.slice(start, start + width).filter((value) => value !== null);
    thinned.push(bucket.length === 0 ? null : shortened(keep === 'max' ? Math.max(...bucket) : meanOf(bucket)));
  }
  return { stepSeconds: stepSeconds * width, values: thinned };
}

function shortened(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(4));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

type Change = TimelineRow['changes'][number];

/** At most about `countMax` changes: all, or the first, least spare, most ready and last of equal spans, in order of occurrence. */
export function thinChanges(changes: readonly Change[], countMax: number): readonly Change[] {
  if (changes.length <= countMax) return changes;
  const end = changes[changes.length - 1][0];
  const bucketCount = Math.max(1, Math.floor(countMax / 4));
  const buckets = new Map<number, Change[]>();
  for (const change of changes) {
    const bucket = Math.min(bucketCount - 1, Math.floor((change[0] / end) * bucketCount));
    const one = buckets.get(bucket);
    if (one === undefined) buckets.set(bucket, [change]);
    else one.push(change);
  }
  return [...buckets.values()].flatMap((bucket) => {
    const spare = ([, needed, ready]: Change) => ready - (needed ?? 0);
    const least = bucket.reduce((a, b) => (spare(b) < spare(a) ? b : a));
    const most = bucket.reduce((a, b) => (b[2] > a[2] ? b : a));
    const kept = new Set([bucket[0], least, most, bucket[bucket.length - 1]]);
    return bucket.filter((change) => kept.has(change));
  });
}

/** Three digits are more than a pixel can show. */
export function rounded({ stepSeconds, values }: Samples): Samples {
  return { stepSeconds, values: values.map((value) => (value === null ? null : Number(value.toPrecision(3)))) };
}
