import type { Histogram } from '../stats/histogram.js';

/** Requests by outcome and more, of one service or all, whose intended arrival lies in the span. */
export interface RequestTotals {
  readonly offered: number;
  readonly completed: number;
  readonly failed: number;
  readonly rejected: number;
  readonly timedOut: number;
  readonly abandoned: number;
  readonly aborted: number;
  readonly unfinished: number;
  readonly good: number;
  readonly unfinishedOld: number;
  readonly attempts: number;
  readonly droppedIterations: number;
  readonly waitedCount: number;
  /** Undefined where no service scales per request. */
  readonly coldStarts: number | undefined;
}

/** Sums over the measured span of one service's instances, or of all. */
export interface FleetTotals {
  readonly readySeconds: number;
  readonly billedSeconds: number;
  readonly busySeconds: number;
  readonly readyPeak: number;
  readonly costUsd: number;
  readonly wastedUsd: number;
  readonly wastedStarts: number;
  /** Busy and available processor (or slot) time; undefined where slots are unlimited and nothing uses the cpu. */
  readonly workSeconds: number | undefined;
  readonly capacitySeconds: number | undefined;
}

/** What the policies did in the span. */
export interface ScalingTotals {
  readonly scaleUps: number;
  readonly scaleDowns: number;
  readonly reversals: number;
  readonly clamped: number;
  readonly throttled: number;
}

/** All a measure may be computed from: one run, one service or all of them. */
export interface RunTotals {
  readonly spanSeconds: number;
  /** Undefined without an slo. */
  readonly slo: { readonly latencySeconds: number; readonly objective: number } | undefined;
  readonly requests: RequestTotals;
  readonly latency: Histogram;
  readonly queueWait: Histogram;
  /** Request-seconds inside the system and in queues, clipped to the span. */
  readonly systemSeconds: number;
  readonly queueSeconds: number;
  /** Completions in the span. */
  readonly completions: number;
  /** [window] requests and good requests by intended arrival, 60 s each, from the begin of the span. */
  readonly windowTotals: Float64Array;
  readonly windowGoods: Float64Array;
  readonly fleet: FleetTotals;
  readonly scaling: ScalingTotals;
}
