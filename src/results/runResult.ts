import type { SparseHistogram } from '../stats/histogram.js';
import type { CallGraphRun } from './callGraph.js';
import type { Fallback } from './fallbacks.js';
import type { LagRow } from './lagBudget.js';
import type { ServiceRestarts } from './restarts.js';
import type { DecisionRow, PrintedLog, ProviderRates, Timeline } from './results.js';
import type { RolloutRun } from './rollouts.js';
import type { Routed } from './routed.js';
import type { ServiceRecord } from './serviceRecord.js';

export type { SparseHistogram };

/** Requests of one source at one service in one run: what thresholds and submetrics pool over replications. */
export interface SampleGroup {
  readonly source: string;
  readonly requestClass: string;
  readonly service: string;
  readonly counts: {
    readonly offered: number;
    readonly completed: number;
    readonly failed: number;
    readonly rejected: number;
    readonly timed_out: number;
    readonly abandoned: number;
    readonly aborted: number;
    readonly rate_limited: number;
    readonly unfinished: number;
    /** Completed within the SLO; = completed without an slo. */
    readonly good: number;
    /** Unfinished and older than slo.latency (without slo: all): count as unanswered. */
    readonly unfinishedOld: number;
    readonly attempts: number;
    readonly droppedIterations: number;
    /** Of model servers, where a model says how often it answers right: answers, and the right ones of them. */
    readonly answers?: number;
    readonly right?: number;
  };
  /** Intended arrival to last byte, of completed and of failed requests. */
  readonly completedLatency: SparseHistogram;
  readonly failedLatency: SparseHistogram;
  /** Requests that reached a service, zeros included. */
  readonly queueWait: SparseHistogram;
  /** Of model servers: times of first tokens and between tokens, of requests answered well. */
  readonly firstToken?: SparseHistogram;
  readonly tokenGap?: SparseHistogram;
}

/** Something the run log must show on the time axis. */
export interface RunEvent {
  readonly time_s: number;
  readonly kind: string;
  readonly service?: string;
  readonly until_s?: number;
  readonly detail?: string;
  /** Of a fault, with an slo: from its begin until the good share was back above the objective. */
  readonly recovery_s?: number;
}

/** A spell in which a policy wanted instances and did not get them. */
export interface HeldBack {
  readonly service: string;
  /** The setting that stood in the way. */
  readonly by: string;
  readonly wanted: number;
  readonly stood: number;
  readonly seconds: number;
  /** The most that the load needed meanwhile; left out where that is not known. */
  readonly needed?: number;
}

/** How a service's latency went over a run: mean of the answers to each step's requests; null without one. */
export interface SettlingCurve {
  readonly service: string;
  readonly step_s: number;
  readonly mean_ms: readonly (number | null)[];
}

/** What one run gives: plain data, so that it crosses between workers. */
export interface RunResult {
  readonly replication: number;
  /** Every measure; null where it has no data, with the reason in `nulls`. Also `services.<name>.<measure>`. */
  readonly measures: Readonly<Record<string, number | null>>;
  readonly nulls: Readonly<Record<string, string>>;
  readonly groups: readonly SampleGroup[];
  /** The same of calls between services, where there are any: no source has them. */
  readonly callGroups?: readonly SampleGroup[];
  /** Who called whom, where a class calls. */
  readonly callGraph?: CallGraphRun;
  readonly findings: readonly string[];
  /** The longest spell for each service and setting. */
  readonly heldBack: readonly HeldBack[];
  /** What began again in place, where anything did. */
  readonly restarts?: readonly ServiceRestarts[];
  /** Who went on to another service of their route, where anybody did. */
  readonly fallbacks?: readonly Fallback[];
  /** How versions were rolled out, where any is. */
  readonly rollouts?: readonly RolloutRun[];
  /** Where routes that do not go by weight sent requests first. */
  readonly routed?: readonly Routed[];
  readonly notes: readonly string[];
  /** [service] of loads that can settle. */
  readonly settling?: readonly SettlingCurve[];
  /** Hash of all arrivals, demands and startups: equal for every policy on the same (seed, replication). */
  readonly fingerprint: string;
  /** Where it was asked for. */
  readonly record?: ServiceRecord;
  /** Only of the replication whose pictures are shown. */
  readonly detail?: {
    readonly timeline: readonly Timeline[];
    readonly providers?: readonly ProviderRates[];
    readonly decisions: readonly DecisionRow[];
    readonly events: readonly RunEvent[];
    /** What the policies printed. */
    readonly log?: PrintedLog;
    readonly lagBudget: readonly LagRow[];
    /** With an slo: spells below the objective, of all services together, seconds of the run. */
    readonly aboveSlo?: readonly (readonly [number, number])[];
  };
}
