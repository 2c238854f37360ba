import type { NamedLock } from './namedLock.js';

/** One measure of a backtest: what was recorded, what the simulation gives, and whether that is believable. */
export interface BacktestRow {
  /** Of `backtestMeasures`. */
  readonly measure: string;
  /** In the measure's unit; null where it was not recorded, or has no value there. */
  readonly real: number | null;
  /** The mean over the runs. */
  readonly simulated: number | null;
  /** In the unit of `backtestMeasures`. */
  readonly error: number | null;
  /** Null where nothing is judged: not recorded, no limit, or a recording that cannot carry a conclusion. */
  readonly ok: boolean | null;
  /** The reason, with its number. */
  readonly why: string;
}

/** A measure over time, on the recorder's grid. */
export interface BacktestCurve {
  readonly measure: string;
  /** [point] seconds of the recording's clock, from which a value holds. */
  readonly seconds: readonly number[];
  readonly real: readonly (number | null)[];
  /** The mean over the runs. */
  readonly simulated: readonly (number | null)[];
  /** The least and the most of all runs. */
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
}

/** A number of the scenario that was fitted. */
export interface FittedNumber {
  /** Key path of the value. */
  readonly path: string;
  /** In the value's own words: `60ms`. */
  readonly before: string;
  readonly after: string;
  readonly low: string;
  readonly high: string;
  /** The best value is an end of its range: the truth may lie beyond it. */
  readonly isAtEnd: boolean;
}

/** A part of a recording: seconds of its clock. */
export interface BacktestStretch {
  readonly from_s: number;
  readonly to_s: number;
}

/** Whether the simulation did what was recorded, measure by measure. */
export interface BacktestResult extends NamedLock {
  readonly scenario: string;
  readonly policy: string;
  readonly service: string;
  readonly runs: number;
  /** Second 0 of the recording's clock, since 1970; null for one that counts from its own beginning. */
  readonly startUnixSeconds: number | null;
  readonly stretch: BacktestStretch;
  /** Which traffic was sent. */
  readonly traffic: 'recorded steps' | 'recorded rate' | 'scenario';
  /** True where every judged measure is believable and replicas are among them, false where one is not; null where the recording cannot carry a conclusion. */
  readonly believable: boolean | null;
  /** Why it cannot, a sentence each. */
  readonly reasons: readonly string[];
  /** What the reader must know, a sentence each. */
  readonly notes: readonly string[];
  readonly backtest: readonly BacktestRow[];
  readonly curves: readonly BacktestCurve[];
  /** With `--fit`: on which stretch, and what came of it. */
  readonly fit?: BacktestStretch & { readonly numbers: readonly FittedNumber[] };
}

/** What is compared, in the order of every view. */
export const backtestMeasures = {
  replicas: { words: 'replicas', unit: 'pods', errorUnit: 'pods' },
  first_scale_up_s: { words: 'first scale-up', unit: 's', errorUnit: 's' },
  cpu_cores: { words: 'CPU', unit: 'cores', errorUnit: 'ratio' },
  latency_p50_ms: { words: 'latency p50', unit: 'ms', errorUnit: 'ratio' },
  latency_p95_ms: { words: 'latency p95', unit: 'ms', errorUnit: 'ratio' },
  error_share: { words: '5xx', unit: 'share', errorUnit: 'share' },
  flaps: { words: 'flaps', unit: 'count', errorUnit: 'count' },
} as const satisfies Record<string, { readonly words: string; readonly unit: string; readonly errorUnit: string }>;

export type BacktestMeasure = keyof typeof backtestMeasures;
