import { z } from 'zod';
import { actionResults } from '../policy/observation.js';
import { keptOutStates } from '../record/standingLog.js';
import { verdicts } from '../stats/verdict.js';
import { baselineResultSchema } from './baselineResult.js';
import { callGraphSchema } from './callGraph.js';
import { fallbackSchema } from './fallbacks.js';
import { lagRowSchema } from './lagBudget.js';
import { restartsSchema } from './restarts.js';
import { revisionResultSchema } from './revisionResult.js';
import { rolloutResultSchema } from './rollouts.js';
import { routedSchema } from './routed.js';
import { occurrencePeriods } from './runsPerMonth.js';
import { sloResultSchema } from './sloSchema.js';
import { robustnessSchema, sensitivitySchema } from './worlds/robustness.js';

const values = z.record(z.string(), z.number().nullable());

/** A measure over the replications: mean and 95 % interval of its kind; low and high are null with one run. */
const aggregateSchema = z.object({
  mean: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  n: z.int().min(0),
  /** The runs do not carry the 95 %: too few, or a few of them make nearly all of the spread. */
  about: z.literal(true).optional(),
  /** Why the mean is null. */
  reason: z.string().optional(),
  /** Replications in which the value lies among requests that were never answered; left out where there are none. */
  unanswered: z.int().min(1).optional(),
  /** With `--uncertain`: its 5 % and 95 % quantiles over the worlds; null at an end that lies among unanswered requests. */
  plausible: z.tuple([z.number().nullable(), z.number().nullable()]).optional(),
});

const thresholdSchema = z.object({
  metric: z.string(),
  expression: z.string(),
  value: z.number().nullable(),
  ok: z.boolean(),
  /** Why there is no value, or what else the reader must know. */
  reason: z.string().optional(),
});

/** Spells [from, until), seconds of the run. */
const spells = z.array(z.tuple([z.number(), z.number()]));

/** One service's curves over the shown replication; all arrays have the same length, one entry per step. */
const timelineSchema = z.object({
  service: z.string(),
  step_s: z.number().positive(),
  /** Arrivals per second, as they came. */
  rate: z.array(z.number()),
  /** The rate that the sources plan at the middle of each step; left out where it is not known in advance. */
  planned_rate: z.array(z.number()).optional(),
  /** Of it what comes from outside; left out where no other service calls this one. */
  planned_entry_rate: z.array(z.number()).optional(),
  needed: z.array(z.number().nullable()),
  desired: z.array(z.number()),
  ready: z.array(z.number()),
  starting: z.array(z.number()),
  p95_ms: z.array(z.number().nullable()),
  /** The quantile of the SLO's objective, as p99 of 0.99; left out without an slo, or where `p95_ms` is it. */
  objective_ms: z.array(z.number().nullable()).optional(),
  cpu: z.array(z.number().nullable()),
  queue: z.array(z.number()),
  /** Where instances need nodes: nodes of their pool that are ready and ordered, and instances that wait for one. */
  nodes: z
    .object({
      pool: z.string(),
      ready: z.array(z.number()),
      provisioning: z.array(z.number()),
      pending: z.array(z.number()),
    })
    .optional(),
  /** Of model servers: p95 of first tokens by when they were out and of the gaps between tokens by the end of their answer, output tokens of answers that ended; of the samples in a step the highest mean of the KV memory's held share over ready servers, and the most prompts that waited in them. */
  tokens: z
    .object({
      ttft_p95_ms: z.array(z.number().nullable()),
      itl_p95_ms: z.array(z.number().nullable()),
      output_per_second: z.array(z.number()),
      kv: z.array(z.number().nullable()),
      waiting: z.array(z.number()),
    })
    .optional(),
  /** Requests by the step in which they ended, and those of them that were not answered well, by how they ended; a kind that never occurs is left out, and all of it where every request was answered well. */
  outcomes: z
    .object({
      ended: z.array(z.number()),
      failed: z.array(z.number()).optional(),
      rejected: z.array(z.number()).optional(),
      timed_out: z.array(z.number()).optional(),
      abandoned: z.array(z.number()).optional(),
      aborted: z.array(z.number()).optional(),
      rate_limited: z.array(z.number()).optional(),
    })
    .optional(),
  /** What the policy may ask for: the service's min and max, and its own within them; left out where nothing decides. */
  bounds: z.object({ min: z.number(), max: z.number() }).optional(),
  /** When something kept the policy from growing: a maximum, of its own (`maxReplicas`) or of the service, quota, throttling. */
  held_back: z
    .array(z.object({ from_s: z.number(), until_s: z.number(), by: z.string(), wanted: z.number() }))
    .optional(),
  /** When a circuit breaker on failures was open or half-open, of the service or of an instance, and when an instance was ejected; of very many spells the longest. */
  kept_out: z
    .array(
      z.object({
        state: z.enum(keptOutStates),
        instance: z.int().optional(),
        from_s: z.number(),
        until_s: z.number(),
      }),
    )
    .optional(),
  /** Processes that were killed and began again in place, in the measured span; left out where none was. */
  restarts: z.array(restartsSchema).optional(),
  /** Answers by the time they came and their latency: count[column][bucket], one bucket more than edges for what is above. */
  heatmap: z
    .object({ step_s: z.number().positive(), upper_ms: z.array(z.number()), count: z.array(z.array(z.number())) })
    .optional(),
  /** With an slo: requests judged and good ones among them, by intended arrival, in windows from `from_s` on. */
  slo_windows: z
    .object({
      from_s: z.number(),
      step_s: z.number().positive(),
      judged: z.array(z.number()),
      good: z.array(z.number()),
    })
    .optional(),
  /** With an slo: when the good share of this service was below the objective, by windows of 60 s as `time_above_slo_s`. */
  above_slo: spells.optional(),
});

/** Requests that came to one provider, and those that the sources plan for it: steps as in `timeline`. */
const providerRatesSchema = z.object({
  provider: z.string(),
  rate: z.array(z.number()),
  planned_rate: z.array(z.number()).optional(),
  /** As of a service. */
  planned_entry_rate: z.array(z.number()).optional(),
});

const decisionSchema = z.object({
  time_s: z.number(),
  until_s: z.number(),
  service: z.string(),
  /** The policy's decision before rounding and clamping. */
  wished: z.number().optional(),
  desired: z.number(),
  applied: z.number(),
  result: z.enum(actionResults),
  /** Of a refused one: the setting that stood in the way. */
  by: z.string().optional(),
  rule: z.string().optional(),
  reason: z.string().optional(),
  /** Where it sent the requests of its routes from then on. */
  weights: z.record(z.string(), z.number()).optional(),
  /** Of several controllers the one that decided first, from 1, and how many others decided the same until `until_s`. */
  controller: z.int().min(1).optional(),
  other_controllers: z.int().min(1).optional(),
});

/** What a policy printed: how many lines, and the last of them, long ones cut. */
const logSchema = z.object({
  total: z.int().min(1),
  lines: z.array(
    z.object({
      time_s: z.number(),
      service: z.string(),
      /** Of several controllers the one that printed it, from 1. */
      controller: z.int().min(1).optional(),
      text: z.string(),
    }),
  ),
});

const failureSchema = z.object({
  kind: z.string(),
  message: z.string(),
  time_s: z.number().nullable(),
  /** What it printed until then. */
  log: logSchema.optional(),
});

const replicationSchema = z.object({
  replication: z.int().min(0),
  measures: values,
  nulls: z.record(z.string(), z.string()).optional(),
});

const policyResultSchema = z.object({
  name: z.string(),
  source: z.string(),
  hash: z.string(),
  params: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
  replications: z.array(replicationSchema),
  measures: z.record(z.string(), aggregateSchema),
  thresholds: z.array(thresholdSchema),
  /** With an slo: whether it is met, over all runs and in how many of them. */
  slo: sloResultSchema.optional(),
  timeline: z.array(timelineSchema),
  /** Where there are providers. */
  providers: z.array(providerRatesSchema).optional(),
  /** Of completed requests of all runs; the others are `unanswered_ratio`. */
  latencyHistogram: z.object({ upper_ms: z.array(z.number()), count: z.array(z.number()) }),
  events: z.array(
    z.object({
      time_s: z.number(),
      kind: z.string(),
      service: z.string().optional(),
      until_s: z.number().optional(),
      detail: z.string().optional(),
      /** Of a fault, with an slo: seconds from its begin until the good share was back above the objective. */
      recovery_s: z.number().optional(),
    }),
  ),
  /** With an slo: when the good share of all services together was below it; adds up to `time_above_slo_s` of the shown replication. */
  above_slo: spells.optional(),
  /** Where the time from each rise in need to enough instances went, in the shown replication. */
  lagBudget: z.array(lagRowSchema).optional(),
  /** Who calls whom, where a class calls: rates, errors and latencies of the calls, and which services were saturated. */
  callGraph: callGraphSchema.optional(),
  /** Requests that went on from one service of their route to another: means over the runs; left out where none did. */
  fallbacks: z.array(fallbackSchema).optional(),
  /** New versions and how far they got. */
  rollouts: z.array(rolloutResultSchema).optional(),
  /** Where routes that do not go by weight sent requests first: means over the runs. */
  routed: z.array(routedSchema).optional(),
  decisions: z.array(decisionSchema),
  /** What it printed in the shown replication. */
  log: logSchema.optional(),
  findings: z.array(z.string()),
  failure: failureSchema.optional(),
});

/** What is left of a policy that failed: the others' results stay. */
const failedPolicySchema = z.object({ name: z.string(), failure: failureSchema });

export { verdicts };

/** Documents of earlier versions say it otherwise; they are baselines of pipelines and stay readable. */
const verdictSchema = z
  .enum(verdicts)
  .or(z.literal('no difference shown').transform(() => 'no difference that matters' as const));

const comparisonSchema = z.object({
  measure: z.string(),
  a: z.string(),
  b: z.string(),
  difference: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /**
   * Of the interval, 0..1. The measures that a pair is judged by share one that is so high that, between equal policies, any of
   * them is called better or worse in at most 5 % of comparisons (Holm). `no difference that matters` and all others are at 95 %.
   */
  confidence: z.number().optional(),
  /** `not judged`: none of the measures that a pair is judged by. */
  verdict: verdictSchema,
  /** Of a measure that is not judged: what its interval says by itself. Of 20 that do not differ one says so by chance. */
  uncorrected: z.enum(verdicts).optional(),
  /** Runs that would probably settle an undecided verdict. */
  runs_needed: z.int().optional(),
  /** Of the runs that count, those in which it lies among unanswered requests: compared by McNemar's exact test. */
  unanswered: z.object({ a: z.int().min(0), b: z.int().min(0), runs: z.int().min(1) }).optional(),
});

const scenarioResultSchema = z.object({
  name: z.string(),
  description: z.string().optional(),
  hash: z.string(),
  /** sha256 of context.lock.json, where servers hold a part of the context. */
  context_lock: z.string().optional(),
  /** What `inspect` prints: the scenario in YAML with every default, which can be loaded again. */
  resolved: z.string().optional(),
  duration_s: z.number(),
  warmup_s: z.number(),
  /** Date and time of second 0, where the scenario or its traces have dates; clocks show it then. */
  start: z.string().optional(),
  /** How often this happens, where the scenario says so. */
  occurs: z.object({ times: z.number(), per: z.enum(occurrencePeriods) }).optional(),
  seed: z.number(),
  slo: z
    .object({
      latency_s: z.number(),
      objective: z.number(),
      /** Of answers of model servers. */
      ttft_s: z.number().optional(),
      itl_s: z.number().optional(),
    })
    .nullable(),
  assumptions: z.array(
    z.object({
      path: z.string(),
      low: z.union([z.string(), z.number()]).optional(),
      high: z.union([z.string(), z.number()]).optional(),
      basis: z.string(),
      from: z.string().optional(),
    }),
  ),
  /** Whether a recorded run was done again with this scenario, and how near that came; what changed since, where something did. */
  backtested: z.string().optional(),
  /** The replication whose timeline, decisions and events the policies have: the median by good share, unless interrupted. */
  shown_replication: z.int().min(0).optional(),
  notes: z.array(z.string()),
  /** What `--precision` asked for and how far it came: half-widths as shares of the mean, at 99 % for the repeated looks. */
  precision: z
    .object({
      asked: z.number(),
      of: z.array(z.string()),
      runs: z.int(),
      reached: z.boolean(),
      worst: z.object({ policy: z.string(), measure: z.string(), half_width: z.number().nullable() }).optional(),
    })
    .optional(),
  /** With `--against git:REV`: how the policies stand to those of the revision. */
  revision: revisionResultSchema.optional(),
  /** With `--uncertain`: in which share of the worlds the answer holds, and which input changes it. */
  robustness: robustnessSchema.optional(),
  /** With `--uncertain`: what to measure next. */
  sensitivity: sensitivitySchema.optional(),
  policies: z.array(z.union([policyResultSchema, failedPolicySchema])),
  comparisons: z.array(comparisonSchema),
  /** With `--baseline`: how the policies stand against an earlier report. */
  baseline: baselineResultSchema.optional(),
});

/** The result document: `--json`, `report.json`. */
export const resultSchema = z.object({
  format: z.literal('dryscale-result/1'),
  version: z.string(),
  /** The command that makes this document again. */
  command: z.string().optional(),
  runs: z.int().optional(),
  /** The comparison ended before all of its runs had: how many there are, and how many there were to be. */
  interrupted: z.object({ completed: z.int().min(0), total: z.int().min(0) }).optional(),
  scenarios: z.array(scenarioResultSchema),
});

export type Aggregate = z.output<typeof aggregateSchema>;
export type { SloResult } from './sloSchema.js';
export type ThresholdResult = z.output<typeof thresholdSchema>;
export type Timeline = z.output<typeof timelineSchema>;
export type ProviderRates = z.output<typeof providerRatesSchema>;
export type DecisionRow = z.output<typeof decisionSchema>;
export type PrintedLog = z.output<typeof logSchema>;
export type Failure = z.output<typeof failureSchema>;
export type ReplicationResult = z.output<typeof replicationSchema>;
export type PolicyResult = z.output<typeof policyResultSchema>;
export type FailedPolicy = z.output<typeof failedPolicySchema>;
export type { Verdict } from '../stats/verdict.js';
export type Comparison = z.output<typeof comparisonSchema>;
export type ScenarioResult = z.output<typeof scenarioResultSchema>;
export type ResultDocument = z.output<typeof resultSchema>;

/** True for a policy that ran to the end. */
export function hasResults(policy: PolicyResult | FailedPolicy): policy is PolicyResult {
  return 'replications' in policy;
}
