import { type CounterSnapshot, isSameInstance, type Window } from './counterSnapshot.js';
import type { GradeSnapshot } from './gradeLog.js';
import type { Readings } from './metrics.js';
import type { ModelTimes } from './modelMeters.js';

/** What a model server is busy with at a scrape. */
export function modelGauges(instance: number, { models }: CounterSnapshot): Readings {
  if (models === undefined) return {};
  return {
    requests_running: models.running[instance],
    requests_waiting: models.waiting[instance],
    kv_utilization: models.kvRatio[instance],
  };
}

/** What one model server did in the part of the window in which it served. */
export function modelRates(instance: number, window: Window, servedSeconds: number): Readings {
  return {
    ...modelRatesOf([instance], window, servedSeconds),
    // Two sums of the same iterations may differ in their last digit.
    gpu_utilization: Math.min(1, growth('busySeconds', instance, window) / servedSeconds),
    ...gradesOf(window, isSameInstance(instance, window), ({ graded, right }) => [graded[instance], right[instance]]),
  };
}

/** What several did together over so many seconds. */
export function modelRatesOf(instances: readonly number[], window: Window, seconds: number): Readings {
  const sum = (column: ModelCounter) =>
    instances.reduce((total, instance) => total + growth(column, instance, window), 0);
  const rate = (column: ModelCounter) => sum(column) / seconds;
  // Without a prompt, or without a cache, there is no share.
  const queried = sum('queriedTokens');
  return {
    prompt_tokens_per_second: rate('promptTokens'),
    output_tokens_per_second: rate('outputTokens'),
    preemptions_per_second: rate('preemptions'),
    ...(queried > 0 ? { prefix_hit_ratio: sum('foundTokens') / queried } : {}),
  };
}

/** Of a whole service: grades become known when who answered may be gone. */
export function gradesOfService(service: number, window: Window): Readings {
  return gradesOf(window, true, ({ gradedOfServices, rightOfServices }) => [
    gradedOfServices[service],
    rightOfServices[service],
  ]);
}

/** The share of right answers among the grades that became known in the window. */
function gradesOf(
  { now, base }: Window,
  isInBase: boolean,
  countsIn: (grades: GradeSnapshot) => readonly [graded: number, right: number],
): Readings {
  if (now.grades === undefined) return {};
  const [graded, right] = countsIn(now.grades);
  const [before, rightBefore] = isInBase && base?.grades !== undefined ? countsIn(base.grades) : [0, 0];
  return graded > before ? { quality_ratio: (right - rightBefore) / (graded - before) } : {};
}

/** The state of a whole service, of those of its instances; and its times, which are the gateway's. */
export function readModels(instances: readonly Readings[], { firstTokens, gaps }: ModelTimes): Readings {
  const readings: Readings = {
    requests_running: instances.reduce((sum, one) => sum + (one.requests_running ?? 0), 0),
    requests_waiting: instances.reduce((sum, one) => sum + (one.requests_waiting ?? 0), 0),
  };
  for (const name of ['kv_utilization', 'gpu_utilization'] as const) {
    const known = instances.flatMap(({ [name]: value }) => (value === undefined ? [] : [value]));
    if (known.length > 0) readings[name] = known.reduce((sum, value) => sum + value, 0) / known.length;
  }
  for (const [name, histogram, probability] of [
    ['ttft_p50_seconds', firstTokens, 0.5],
    ['ttft_p95_seconds', firstTokens, 0.95],
    ['itl_p50_seconds', gaps, 0.5],
    ['itl_p95_seconds', gaps, 0.95],
  ] as const) {
    const seconds = histogram.quantileSeconds(probability);
    if (seconds !== undefined) readings[name] = seconds;
  }
  return readings;
}

type ModelCounter = 'busySeconds' | 'promptTokens' | 'outputTokens' | 'preemptions' | 'queriedTokens' | 'foundTokens';

/** A server that starts again in place counts from 0 again, and so does what is less than it was. */
function growth(column: ModelCounter, instance: number, window: Window): number {
  const { now, base } = window;
  const value = now.models?.[column][instance] ?? 0;
  const before = isSameInstance(instance, window) ? (base?.models?.[column][instance] ?? 0) : 0;
  return value >= before ? value - before : value;
}
