import * as phase from '../../fleet/phase.js';
import type { CounterSnapshot } from '../counterSnapshot.js';
import type { LatencyTotals } from '../latencyTotals.js';
import type { MetricName } from '../metrics.js';
import type { ScrapedSample, SeriesService } from './seriesSource.js';
import type { Labels } from './vector.js';

/** One series of a scrape, without its name. */
interface SeriesPoint {
  readonly labels: Labels;
  readonly value: number;
}

/** A metric of Prometheus' world, and what of ours it is. */
export interface SeriesDefinition {
  readonly names: readonly string[];
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly summary: string;
  /** The telemetry that brings it: its scrape, delay, loss and staleness hold. */
  readonly metric: MetricName;
  /** Labels beside `service`. */
  readonly labels: readonly string[];
  /** Whether it comes from counters, which are kept for an hour. */
  readonly needsSnapshot: boolean;
  /** By the name that was asked, which may end in `_bucket`, `_sum` or `_count`. */
  read(sample: ScrapedSample, service: SeriesService, name: string): SeriesPoint[];
}

type Metered = NonNullable<SeriesService['metered']>;

interface Definition extends Omit<SeriesDefinition, 'needsSnapshot' | 'read' | 'labels'> {
  readonly labels?: readonly string[];
  fromSnapshot(snapshot: CounterSnapshot, service: SeriesService, name: string): SeriesPoint[];
}

export function define({ fromSnapshot, labels = [], ...definition }: Definition): SeriesDefinition {
  return {
    ...definition,
    labels,
    needsSnapshot: true,
    read: ({ snapshot }, service, name) => (snapshot === undefined ? [] : fromSnapshot(snapshot, service, name)),
  };
}

const suffixes = ['_bucket', '_sum', '_count'] as const;

interface HistogramWords {
  readonly summary: string;
  readonly metric: MetricName;
  /** Seconds, the last Infinity. */
  readonly bounds: readonly number[];
  /** 1000: its values are milliseconds. */
  readonly perSecond: number;
  totalsOf(snapshot: CounterSnapshot, service: SeriesService): LatencyTotals | undefined;
}

/** Times as an exporter counts them: at most each bound, their sum and their number. */
export function histogram(
  names: readonly string[],
  { summary, metric, bounds, perSecond, totalsOf }: HistogramWords,
): SeriesDefinition {
  return define({
    names: names.flatMap((name) => suffixes.map((suffix) => `${name}${suffix}`)),
    type: 'histogram',
    summary,
    metric,
    labels: ['le'],
    fromSnapshot(snapshot, service, asked) {
      const labels = { service: service.name, job: service.name };
      const totals = totalsOf(snapshot, service);
      if (totals === undefined) return [];
      const { counts, sumSeconds } = totals;
      if (asked.endsWith('_sum')) return [{ labels, value: sumSeconds * perSecond }];
      if (asked.endsWith('_count')) return [{ labels, value: counts[counts.length - 1] }];
      return Array.from(counts, (value, bound) => {
        const seconds = bounds[bound];
        const le = Number.isFinite(seconds) ? String(Number((seconds * perSecond).toPrecision(12))) : '+Inf';
        return { labels: { ...labels, le }, value };
      });
    },
  });
}

/** One point for each instance of a service that a snapshot knows. */
export function perInstance(
  snapshot: CounterSnapshot,
  { name, index, metered }: SeriesService,
  read: (
    instance: number,
    metered: Metered,
  ) => readonly { readonly extra?: Labels; readonly value: number | undefined }[],
): SeriesPoint[] {
  const points: SeriesPoint[] = [];
  if (metered === undefined) return points;
  for (let instance = 0; instance < snapshot.phase.length; instance++) {
    if (snapshot.phase[instance] === phase.free || snapshot.service[instance] !== index) continue;
    const pod = `${name}-${snapshot.launchNumber[instance]}`;
    for (const { extra, value } of read(instance, metered)) {
      if (value !== undefined)
        points.push({ labels: { service: name, job: name, pod, instance: pod, ...extra }, value });
    }
  }
  return points;
}
