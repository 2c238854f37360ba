import type { RecordedSeries, Recording } from '../results/recording.js';
import { sampledStep } from '../results/sampledStep.js';
import type { SeriesRole } from '../results/seriesRoles.js';
import type { CpuBin } from './cpuBin.js';
import { ascending, nearestRank } from './quantile.js';

/** What all series say of one stretch of time; undefined where nothing was recorded. */
export interface ServiceBin extends Omit<CpuBin, 'requestsPerSecond' | 'cores'> {
  /** Begin of the stretch, seconds of the recording. */
  readonly seconds: number;
  readonly requestsPerSecond: number | undefined;
  /** vCPUs that all pods used. */
  readonly cores: number | undefined;
  /** Pods that were asked for, else that there were. */
  readonly wanted?: number | undefined;
  /** Seconds. */
  readonly latency: Readonly<Partial<Record<'mean' | 'p50' | 'p90' | 'p95' | 'p99', number>>>;
}

export interface ServiceBins {
  readonly bins: readonly ServiceBin[];
  readonly widthSeconds: number;
}

/** More bins than this make a regression slow, and say no more. */
const BIN_LIMIT = 3000;

/**
 * The recording as bins as long as the coarsest step of requests and CPU, from the first request to the last.
 *
 * A sampled series gives a bin the mean of its points in it, and nothing where it has none; one that was noted at changes its
 * value at the begin.
 *
 * @param coresAtFull cores of one pod in use at a utilization of 1; undefined where it is not known
 */
export function serviceBins(recording: Recording, coresAtFull: number | undefined): ServiceBins {
  const of = (role: SeriesRole) => recording.series.find((one) => one.role === role);
  const spanning = of('request-rate') ?? of('request-rate-per-pod') ?? recording.series.at(0);
  const points = spanning?.points ?? [];
  if (points.length < 2) return { bins: [], widthSeconds: 0 };
  const [fromSeconds, lastSeconds] = [points[0][0], points[points.length - 1][0]];
  const steps = recording.series
    .filter(({ role }) => ['request-rate', 'request-rate-per-pod', 'cpu', 'cpu-per-pod', 'utilization'].includes(role))
    .flatMap((one) => (isSampled(one) ? (one.stepSeconds ?? []) : []));
  const widthSeconds = Math.max(1, ...steps, Math.ceil((lastSeconds - fromSeconds) / BIN_LIMIT));
  const count = Math.floor((lastSeconds - fromSeconds) / widthSeconds) + 1;
  const columns = new Map<SeriesRole, (number | undefined)[]>(
    recording.series.map((one) => [one.role, binned(one, { fromSeconds, widthSeconds, count })]),
  );
  const at = (role: SeriesRole, index: number) => columns.get(role)?.[index];
  const podsAt = (index: number) =>
    at('ready-replicas', index) ?? at('replicas', index) ?? at('desired-replicas', index);
  const bins = Array.from({ length: count }, (_, index): ServiceBin => {
    const pods = podsAt(index);
    const perPod = times(at('request-rate-per-pod', index), pods);
    const requestsPerSecond = at('request-rate', index) ?? perPod;
    const failed = at('error-rate', index);
    const isKnown = failed !== undefined && requestsPerSecond !== undefined && requestsPerSecond > 0;
    return {
      seconds: fromSeconds + index * widthSeconds,
      requestsPerSecond,
      cores:
        at('cpu', index) ??
        times(at('cpu-per-pod', index), pods) ??
        times(times(at('utilization', index), coresAtFull), pods),
      pods,
      wanted: at('desired-replicas', index) ?? at('replicas', index) ?? at('ready-replicas', index),
      isStanding: index > 0 && pods !== undefined && podsAt(index - 1) === pods,
      errorShare: at('error-share', index) ?? (isKnown ? failed / requestsPerSecond : undefined),
      throttledShare: at('throttled-share', index),
      latency: Object.fromEntries(
        (['mean', 'p50', 'p90', 'p95', 'p99'] as const).flatMap((name) => {
          const value = at(`latency-${name}`, index);
          return value === undefined ? [] : [[name, value]];
        }),
      ),
    };
  });
  return { bins, widthSeconds };
}

function times(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a * b;
}

/** Two points have one distance, which is no pace. */
function isSampled(series: RecordedSeries): boolean {
  return series.points.length >= 3 && sampledStep(series) !== undefined;
}

interface Grid {
  readonly fromSeconds: number;
  readonly widthSeconds: number;
  readonly count: number;
}

function binned(series: RecordedSeries, { fromSeconds, widthSeconds, count }: Grid): (number | undefined)[] {
  const { points } = series;
  const groups: number[][] = Array.from({ length: count }, () => []);
  const held: (number | undefined)[] = new Array(count).fill(undefined);
  let next = 0;
  let last: number | undefined;
  for (let index = 0; index < count; index++) {
    const begin = fromSeconds + index * widthSeconds;
    for (; next < points.length && points[next][0] <= begin; next++) last = points[next][1];
    held[index] = last;
  }
  for (const [at, value] of points) groups[Math.floor((at - fromSeconds) / widthSeconds + 1e-9)]?.push(value);
  if (!isSampled(series)) return held;
  const isCount = series.unit === 'pods';
  // Rarer than the bins: the last value stands for as long as the series' own step.
  const reach = Math.ceil((series.stepSeconds ?? 0) / widthSeconds);
  return groups.map((values, index) => {
    for (let back = 0; back < Math.max(1, reach); back++) {
      const found = groups[index - back];
      if (found === undefined) break;
      if (found.length > 0) return isCount ? nearestRank(ascending(found), 0.5) : mean(found);
    }
    return values.length > 0 ? mean(values) : undefined;
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
