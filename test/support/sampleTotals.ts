import type { RunTotals } from '../../src/results/runTotals.js';
import { Histogram } from '../../src/stats/histogram.js';

/** Totals of a run in which no request came and nothing happened, with an slo. */
export function emptyTotals(parts: Partial<RunTotals> = {}): RunTotals {
  return {
    spanSeconds: 600,
    durationSeconds: 600,
    occurs: undefined,
    slo: { latencySeconds: 0.3, objective: 0.99 },
    requests: {
      offered: 0,
      completed: 0,
      failed: 0,
      rejected: 0,
      timedOut: 0,
      abandoned: 0,
      aborted: 0,
      rateLimited: undefined,
      unfinished: 0,
      good: 0,
      tolerated: 0,
      unfinishedOld: 0,
      shed: undefined,
      cached: undefined,
      cachedWrong: undefined,
      attempts: 0,
      droppedIterations: 0,
      waitedCount: 0,
      coldStarts: { count: 0, offered: 0 },
    },
    latency: new Histogram(),
    completedLatency: new Histogram(),
    queueWait: new Histogram(),
    systemSeconds: 0,
    queueSeconds: 0,
    completions: 0,
    windowTotals: new Float64Array(10),
    windowGoods: new Float64Array(10),
    fleet: {
      readySeconds: 0,
      billedSeconds: 0,
      busySeconds: 0,
      readyPeak: 0,
      costUsd: 0,
      wastedUsd: 0,
      wastedStarts: 0,
      workSeconds: 0,
      capacitySeconds: 0,
      costParts: { usefulUsd: 0, idleUsd: 0, startupUsd: 0, drainUsd: 0, wastedUsd: 0, minimumChargeUsd: 0 },
      nodes: undefined,
    },
    scaling: { scaleUps: 0, scaleDowns: 0, reversals: 0, clamped: 0, throttled: 0, refused: 0, failed: 0 },
    demand: undefined,
    faults: [],
    features: {},
    ...parts,
  };
}

/** A histogram of these values, seconds. */
export function histogramOf(values: readonly number[]): Histogram {
  const histogram = new Histogram();
  for (const value of values) histogram.record(value);
  return histogram;
}
