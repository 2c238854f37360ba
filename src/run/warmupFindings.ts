import { formatDuration } from '../base/duration.js';
import type { Timeline } from '../results/results.js';
import type { Scenario } from '../scenario/schema.js';
import { warmupCut } from '../stats/warmup.js';

/** Executors whose load stays as it begins: only then is there a steady state that a run can warm up to. */
const steadyExecutors: readonly string[] = ['constant-arrival-rate', 'constant-vus', 'markov-modulated'];

/** A mean that moves by less when the transient is left out is not worth a word. */
const noticedRatio = 0.05;

/**
 * What the curves of one run say about its warm-up: MSER-5 over the p95 of each step.
 *
 * Empty for loads that change, or are disturbed by faults: such a run has no steady state; its stated beginning counts.
 */
export function warmupFindings(scenario: Scenario, timelines: readonly Timeline[]): string[] {
  const isSteady = Object.values(scenario.traffic).every(
    ({ executor, startTime }) => steadyExecutors.includes(executor) && startTime === 0,
  );
  if (!isSteady || scenario.faults.length > 0) return [];
  return timelines.flatMap(({ service, step_s, p95_ms }) => {
    const values = p95_ms.flatMap((value) => value ?? []);
    const cut = warmupCut(values);
    if (cut === undefined) return [];
    const where = timelines.length === 1 ? '' : ` of ${service}`;
    if (cut.isTooShort) {
      return `the run is too short: latencies${where} have not settled in its first half (MSER-5), so means depend on how long it is`;
    }
    const settledSeconds = cut.cutCount * step_s;
    const [whole, rest] = [values.slice(Math.round(scenario.warmup / step_s)), values.slice(cut.cutCount)].map(meanOf);
    const isNoticed = Math.abs(whole - rest) > noticedRatio * rest;
    if (settledSeconds <= scenario.warmup || !isNoticed) return [];
    return `latencies${where} settle after ${formatDuration(settledSeconds)} (MSER-5), and warmup is ${formatDuration(scenario.warmup)}`;
  });
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
