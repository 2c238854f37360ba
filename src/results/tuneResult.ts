import type { Aggregate, Failure, ScenarioResult, ThresholdResult } from './results.js';

/** Values of the parameters that are varied; numbers and truth values where the text is their one spelling. */
export type TunedParams = Readonly<Record<string, number | string | boolean>>;

/** What must hold, over the runs of one setting; low and high are the 95 % interval over runs where each has a value. */
export interface TunedMust extends ThresholdResult {
  readonly low: number | null;
  readonly high: number | null;
  /** Runs that keep it by themselves. */
  readonly runs_met: number;
}

/** A setting as some runs saw it. */
export interface TunedFigures {
  readonly runs: number;
  /** Runs that keep everything by themselves. */
  readonly runs_met: number;
  /** Whether everything that must hold does. */
  readonly meets: boolean;
  readonly goal: Aggregate;
  readonly good_share: Aggregate;
  readonly must: readonly TunedMust[];
}

/** A setting of the search; its figures are of runs that chose, so the best of them flatter. */
export interface TunedPoint extends TunedFigures {
  /** As `--policy` takes it. */
  readonly policy: string;
  readonly params: TunedParams;
  /** No other has both a better goal and more safety. */
  readonly front: boolean;
  /** Where on the chart: what must hold first, else the good share; null without a value. */
  readonly safety: { readonly value: number | null; readonly low: number | null; readonly high: number | null };
  /** Why it got no more runs; left out for those that were in the last rung. */
  readonly left?: { readonly why: 'must' | 'goal'; readonly low?: number; readonly high?: number };
  readonly failure?: Failure;
}

/** A setting on runs that did not choose it. */
export interface TunedFinal extends TunedFigures {
  readonly policy: string;
  readonly params: TunedParams;
  /** First and last replication. */
  readonly replications: readonly [number, number];
}

/** What the setting costs or saves against today's, over the same fresh runs. */
export interface TunedGain {
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly verdict: 'better' | 'worse' | 'no difference that matters' | 'undecided';
}

/** The change to deploy. */
export interface TunedDeployment {
  /** `edit`: `diff` is it; `none`: the file says so already; `parameters`: the file cannot be edited, `policy` runs it. */
  readonly kind: 'edit' | 'none' | 'parameters';
  readonly file: string;
  readonly diff?: string;
  /** Why the file is not edited, or what was compared. */
  readonly reason?: string;
  /** As `--policy` takes the setting. */
  readonly policy: string;
  /** `--write-best FILE`, once it is written. */
  readonly written?: string;
}

/** What `dryscale tune` found: `tune.json`, `--json`. */
export interface TuneResult {
  readonly format: 'dryscale-tune/1';
  readonly version: string;
  /** The command that makes it again. */
  readonly command: string;
  readonly scenario: Pick<
    ScenarioResult,
    'name' | 'hash' | 'context_lock' | 'duration_s' | 'warmup_s' | 'occurs' | 'seed' | 'slo'
  >;
  readonly policy: string;
  readonly goal: { readonly measure: string; readonly unit: string; readonly better: 'lower' | 'higher' };
  readonly must: readonly { readonly metric: string; readonly expression: string }[];
  /** They are the scenario's own SLO and thresholds. */
  readonly must_of_scenario: boolean;
  /** With `--uncertain`: runs are worlds, and what must hold does in this share of them. */
  readonly worlds?: { readonly share: number; readonly final: number };
  readonly vary: readonly { readonly key: string; readonly values: readonly string[] }[];
  /** What the height of a setting on the chart is. */
  readonly safety: { readonly metric: string; readonly better: 'lower' | 'higher'; readonly limit: number | null };
  readonly search: {
    readonly kind: 'full' | 'sample';
    readonly combinations: number;
    /** Tried, and refused by the manifest as a combination. */
    readonly tried: number;
    readonly refused: number;
    readonly ended: 'one-left' | 'alike' | 'none-meets' | 'most-runs' | 'budget' | 'all-failed';
  };
  readonly runs: {
    readonly budget: number;
    readonly search: number;
    readonly final: number;
    /** Of today's setting, and to find out why nothing meets. */
    readonly other: number;
  };
  readonly points: readonly TunedPoint[];
  /** In the order in which they were tried; the best is the last one that meets. */
  readonly finals: readonly TunedFinal[];
  readonly best: TunedFinal | null;
  /** The policy as it is, on the runs of the finals. */
  readonly today: TunedFigures | null;
  readonly gain: TunedGain | null;
  readonly deployment: TunedDeployment | null;
  /** Where nothing meets: sentences that are true, or that it is not known. */
  readonly why: readonly string[];
  /** What a reader must know. */
  readonly notes: readonly string[];
}
