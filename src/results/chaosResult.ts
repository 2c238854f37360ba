import type { Failure, ScenarioResult, ThresholdResult } from './results.js';

/** How one policy did under a schedule, all its runs taken together. */
export interface ChaosFigure {
  readonly policy: string;
  /** Whether what must hold does. */
  readonly meets: boolean;
  /** By how much not, in `loss.unit`; negative what is to spare, null without data, or where the policy failed. */
  readonly loss: number | null;
  readonly must: readonly ThresholdResult[];
  readonly failure?: Failure;
}

/** A fault as a scenario's file has it. */
export type ChaosFault = Readonly<Record<string, number | string>>;

/** A schedule that was drawn. */
export interface ChaosSchedule {
  /** From 1. */
  readonly number: number;
  readonly faults: readonly ChaosFault[];
  readonly policies: readonly ChaosFigure[];
}

/** A kind with what is drawn of it: from the first to the last of each list. */
export interface ChaosKind {
  readonly kind: string;
  readonly sizes: Readonly<Record<string, readonly [number | string, number | string]>>;
  /** Schedules that had one. */
  readonly schedules: number;
}

/** The worst schedule, as small as it still breaks what must hold. */
export interface ChaosFound {
  readonly policy: string;
  /** Number of the schedule that it was shrunk from. */
  readonly from: number;
  readonly faults: readonly ChaosFault[];
  /** Every policy under them. */
  readonly policies: readonly ChaosFigure[];
  /** What the policy makes of the parts of them, where there are several: all but one each. */
  readonly without: readonly { readonly left_out: ChaosFault; readonly figure: ChaosFigure }[];
  /** Whether the shrinking came to its end within the budget: no part breaks it, no fault is one step smaller. */
  readonly minimal: boolean;
  /** The policy under them in as many runs that did not choose. */
  readonly fresh: ChaosFigure;
  /** The scenario's `faults`, its own ones first, to paste in their place. */
  readonly stanza: string;
  /** Replays it once it is pasted. */
  readonly replay: string;
  /** Replays it as the file is. */
  readonly replay_unpasted: string;
}

/** What `dryscale chaos` found: `--json`. */
export interface ChaosResult {
  readonly format: 'dryscale-chaos/1';
  readonly version: string;
  /** The command that makes it again. */
  readonly command: string;
  readonly scenario: Pick<
    ScenarioResult,
    'name' | 'hash' | 'context_lock' | 'duration_s' | 'warmup_s' | 'seed' | 'slo'
  > & {
    /** Faults of its own, which stay. */
    readonly own_faults: number;
  };
  readonly must: readonly { readonly metric: string; readonly expression: string }[];
  /** It is the scenario's SLO, for no --must is given. */
  readonly must_of_scenario: boolean;
  readonly loss: {
    /** Percentage points of good requests below the objective, or percent of the limits that are missed. */
    readonly unit: 'points' | 'percent of the limit';
    /** `added`: a policy breaks it without faults, so what faults add counts. */
    readonly ranked_by: 'loss' | 'added';
  };
  readonly limits: {
    readonly from_s: number;
    readonly until_s: number;
    readonly most_faults: number;
    readonly kinds: readonly ChaosKind[];
  };
  readonly tried: {
    readonly schedules: number;
    /** Under which a policy broke it that keeps it without faults. */
    readonly broke: number;
    /** That outgrew the limits of a run and say nothing. */
    readonly not_run: number;
  };
  readonly runs: {
    readonly budget: number;
    readonly per_schedule: number;
    readonly unfaulted: number;
    readonly drawn: number;
    readonly shrinking: number;
    readonly final: number;
  };
  readonly unfaulted: readonly ChaosFigure[];
  /** The worst first. */
  readonly worst: readonly ChaosSchedule[];
  readonly found: ChaosFound | null;
}
