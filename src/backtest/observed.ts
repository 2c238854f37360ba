import type { RecordedSeries, Recording } from '../results/recording.js';
import type { SeriesRole } from '../results/seriesRoles.js';
import type { RecordedBins, ServiceRecord } from '../results/serviceRecord.js';
import type { Scenario } from '../scenario/schema.js';
import { type Bins, binsOf, type Samples, samplesOf, valueAt } from './recordedGrid.js';
import type { Counting } from './seenCounts.js';
import type { Stretch } from './stretch.js';

/** Roles of replica counts, the one that says most first. */
const countRoles = ['replicas', 'ready-replicas', 'desired-replicas'] as const;

/** The recorded count of instances, and what a recorder counts to get it. */
export interface RecordedCounts {
  readonly series: RecordedSeries;
  readonly counting: Counting;
}

/** Quantities that are means over bins. */
export const binnedKinds = ['cpu', 'p50', 'p95', 'errors'] as const;
export type BinnedKind = (typeof binnedKinds)[number];

/** What was recorded of one stretch, in the units of the measures but for latencies, which are seconds. */
export interface Recorded {
  readonly counts: (RecordedCounts & { readonly samples: Samples }) | undefined;
  readonly binned: Partial<Readonly<Record<BinnedKind, Bins>>>;
  /** Requests that came in a bin, or its length where no rate was recorded. */
  weightOf(fromSeconds: number, untilSeconds: number): number;
}

/** A recorded stretch and the runs that did it again. */
export interface Observed {
  readonly recorded: Recorded;
  /** [run] */
  readonly runs: readonly ObservedRun[];
  /** Second 0 of the runs, on the recording's clock. */
  readonly zeroSeconds: number;
  /** Opposite changes at most so far apart are a flap. */
  readonly reversalSeconds: number;
}

export interface ObservedRun {
  readonly lives: ServiceRecord['lives'];
  readonly binned: Partial<Readonly<Record<BinnedKind, RecordedBins>>>;
}

export function seriesOf({ series }: Recording, role: SeriesRole): RecordedSeries | undefined {
  return series.find((one) => one.role === role);
}

/** The series that replicas are judged by. */
export function countsOf(recording: Recording): RecordedCounts | undefined {
  const series = countRoles.map((role) => seriesOf(recording, role)).find((one) => one !== undefined);
  if (series === undefined) return undefined;
  const { terminatingSeconds } = series;
  const counting = {
    isReadyOnly: series.role === 'ready-replicas',
    terminatingSeconds: terminatingSeconds > 0 ? terminatingSeconds : undefined,
  };
  return { series, counting };
}

/** What a recording has of a stretch. */
export function recordedIn(recording: Recording, stretch: Stretch, instance: Instance): Recorded {
  const counts = countsOf(recording);
  const rate = seriesOf(recording, 'request-rate');
  const binned = {
    cpu: cpuBins(recording, stretch, instance),
    p50: binsOfRole(recording, 'latency-p50', stretch),
    p95: binsOfRole(recording, 'latency-p95', stretch),
    errors: errorBins(recording, stretch),
  };
  return {
    counts: counts && { ...counts, samples: samplesOf(counts.series, stretch) },
    binned: Object.fromEntries(Object.entries(binned).filter(([, bins]) => hasValues(bins))),
    weightOf: (from, until) => (until - from) * (rate === undefined ? 1 : (valueAt(rate, from) ?? 0)),
  };
}

type Instance = Scenario['services'][string]['instance'];

function hasValues(bins: Bins | undefined): boolean {
  return bins?.values.some((value) => value !== null) === true;
}

function binsOfRole(recording: Recording, role: SeriesRole, stretch: Stretch): Bins | undefined {
  const series = seriesOf(recording, role);
  return series && binsOf(series, stretch);
}

/** Cores in all; a pod's share of them times the pods where only that was recorded. */
function cpuBins(recording: Recording, stretch: Stretch, { cpuRequest, vcpus }: Instance): Bins | undefined {
  const whole = binsOfRole(recording, 'cpu', stretch);
  if (whole !== undefined) return whole;
  const pods = countsOf(recording)?.series;
  const perPod = binsOfRole(recording, 'cpu-per-pod', stretch);
  const utilization = perPod === undefined ? binsOfRole(recording, 'utilization', stretch) : undefined;
  const bins = perPod ?? utilization;
  if (bins === undefined || pods === undefined) return undefined;
  const coresOfPod = utilization === undefined ? 1 : (cpuRequest ?? vcpus);
  return mapBins(bins, (value, from) => {
    const count = valueAt(pods, from);
    return count === undefined ? null : value * coresOfPod * count;
  });
}

function errorBins(recording: Recording, stretch: Stretch): Bins | undefined {
  const share = binsOfRole(recording, 'error-share', stretch);
  if (share !== undefined) return share;
  const errors = binsOfRole(recording, 'error-rate', stretch);
  const rate = seriesOf(recording, 'request-rate');
  if (errors === undefined || rate === undefined) return undefined;
  return mapBins(errors, (value, from) => {
    const all = valueAt(rate, from) ?? 0;
    return all === 0 ? null : value / all;
  });
}

function mapBins({ edges, values }: Bins, change: (value: number, fromSeconds: number) => number | null): Bins {
  return { edges, values: values.map((value, bin) => (value === null ? null : change(value, edges[bin]))) };
}
