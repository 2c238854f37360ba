import type { FaultEvent } from '../faults/schedule.js';
import type { DecisionRun } from '../record/decisionLog.js';
import * as outcome from '../record/outcome.js';
import type { PolicyLog } from '../record/policyLog.js';
import { sloWindowSeconds } from '../record/requestLog.js';
import type { TimelineLog } from '../record/timelineLog.js';
import type { LagRow } from '../results/lagBudget.js';
import { recoverySeconds, spellsAboveSlo } from '../results/measures/sloWindows.js';
import type { DecisionRow, ProviderRates, Timeline } from '../results/results.js';
import type { RunEvent, RunResult } from '../results/runResult.js';
import type { RunTotals } from '../results/runTotals.js';
import { bucketUpperSeconds } from '../stats/histogram.js';
import type { StepCurve } from '../stats/stepCurve.js';
import type { Assembly } from './assemble.js';
import type { AssembledProvider } from './assembleProviders.js';
import type { AssembledService } from './assembleService.js';
import { heldSpells } from './heldBack.js';
import { neededCurve, plannedRates } from './neededCurve.js';
import type { PolicyAtWork } from './policyAtWork.js';
import { printedLog } from './printedLog.js';
import { faultSpan } from './totals/faultSpans.js';
import { type LagJump, lagJumps } from './totals/lagBudget.js';
import { askedSources } from './totals/lagSources.js';
import { restartsOfService } from './totals/restartsOfService.js';
import type { ServiceDemand } from './totals/serviceDemand.js';

/** What the detail needs beside the logs. */
export interface DetailSources {
  readonly faults: readonly FaultEvent[];
  /** [service] */
  readonly demands: readonly (ServiceDemand | undefined)[];
  /** Of all services. */
  readonly totals: RunTotals;
  readonly log: PolicyLog;
  readonly policies: readonly PolicyAtWork[];
}

/** Curves, decisions and events of a run that kept them. */
export function detailOf(assembly: Assembly, sources: DetailSources): NonNullable<RunResult['detail']> {
  const log = printedLog(sources.log);
  return {
    timeline: assembly.services.map((service) => timelineOf(assembly, service, sources.policies)),
    ...(assembly.providers.length === 0 ? {} : { providers: assembly.providers.map((one) => ratesOf(assembly, one)) }),
    decisions: assembly.services.flatMap(decisionRows).sort((a, b) => a.time_s - b.time_s),
    events: eventsOf(assembly, sources),
    ...(log === undefined ? {} : { log }),
    lagBudget: lagRows(assembly, sources),
    ...(sources.totals.slo === undefined ? {} : { aboveSlo: spellsOf(assembly, sources.totals) }),
  };
}

/** Seconds of the run, not of the measured span. */
function spellsOf({ input }: Assembly, windows: Parameters<typeof spellsAboveSlo>[0]): [number, number][] {
  const { warmup } = input.scenario;
  return spellsAboveSlo(windows).map(([from, until]) => [warmup + from, warmup + until]);
}

function ratesOf(assembly: Assembly, { name, index }: AssembledProvider): ProviderRates {
  const { rate } = timelineLogOf(assembly).curves[index];
  return { provider: name, rate: rate.map(round), ...plannedPart(assembly, index, rate.length) };
}

/** What sources plan for a service or provider, at the middle of each step. */
function plannedPart(
  assembly: Assembly,
  index: number,
  stepCount: number,
): Pick<Timeline, 'planned_rate' | 'planned_entry_rate'> {
  const { stepSeconds } = timelineLogOf(assembly);
  const planned = plannedRates(assembly, index);
  const sampled = (rateAt: (seconds: number) => number) =>
    Array.from({ length: stepCount }, (_, step) => round(rateAt((step + 0.5) * stepSeconds)));
  if (planned === undefined) return {};
  return {
    planned_rate: sampled(planned.all),
    ...(planned.entry && { planned_entry_rate: sampled(planned.entry) }),
  };
}

function timelineLogOf({ timeline }: Assembly): TimelineLog {
  if (timeline === undefined) throw new TypeError('a run without detail has no timeline');
  return timeline;
}

function timelineOf(assembly: Assembly, service: AssembledService, policies: readonly PolicyAtWork[]): Timeline {
  const { name, index } = service;
  const { stepSeconds, curves } = timelineLogOf(assembly);
  const { rate, desired, ready, starting, p95Seconds, objectiveSeconds, cpu, queue } = curves[index];
  const needed = neededCurve(assembly, index);
  const middle = (step: number) => (step + 0.5) * stepSeconds;
  return {
    service: name,
    step_s: stepSeconds,
    rate: rate.map(round),
    ...plannedPart(assembly, index, rate.length),
    needed: rate.map((_, step) => needed?.(middle(step)) ?? null),
    desired,
    ready,
    starting,
    p95_ms: inMs(p95Seconds),
    ...(objectiveSeconds.length === 0 ? {} : { objective_ms: inMs(objectiveSeconds) }),
    // Of the CPU beside a GPU nothing is simulated.
    cpu: cpu.map((value) => (value === null || service.settings.instance.model !== undefined ? null : round(value))),
    queue,
    ...tokensOf(assembly, service),
    ...nodesOf(assembly, service, rate.length),
    ...outcomesOf(assembly, index, rate.length),
    ...boundsOf(assembly, service, policies),
    ...keptOutOf(assembly, service),
    ...restartsPart(service),
    heatmap: heatmapOf(assembly, index),
    ...sloPartOf(assembly, index),
  };
}

function tokensOf({ tokenCurves }: Assembly, { index, settings }: AssembledService): Pick<Timeline, 'tokens'> {
  if (tokenCurves === undefined || settings.instance.model === undefined) return {};
  const { firstTokenP95Seconds, gapP95Seconds, outputTokensPerSecond, kvRatio, waiting } = tokenCurves.curves[index];
  return {
    tokens: {
      ttft_p95_ms: inMs(firstTokenP95Seconds),
      itl_p95_ms: inMs(gapP95Seconds),
      output_per_second: outputTokensPerSecond.map(round),
      kv: kvRatio.map((ratio) => (ratio === null ? null : round(ratio))),
      waiting,
    },
  };
}

/** At the end of each step, as the counts of instances are. */
function nodesOf(
  { pools, timeline }: Assembly,
  { nodes, settings }: AssembledService,
  stepCount: number,
): Pick<Timeline, 'nodes'> {
  const pool = pools.find(({ name }) => name === settings.instance.node);
  if (pool === undefined || nodes === undefined || timeline === undefined) return {};
  const sampled = (curve: StepCurve) =>
    Array.from({ length: stepCount }, (_, step) => curve.at((step + 1) * timeline.stepSeconds));
  const { readyCurve, provisioningCurve } = pool.log;
  return {
    nodes: {
      pool: pool.name,
      ready: sampled(readyCurve),
      provisioning: sampled(provisioningCurve),
      pending: sampled(nodes.pendingCurve),
    },
  };
}

/** What may go wrong, by its name in the document. */
const failures = {
  failed: outcome.failed,
  rejected: outcome.rejected,
  timed_out: outcome.timedOut,
  abandoned: outcome.abandoned,
  aborted: outcome.aborted,
  rate_limited: outcome.rateLimited,
} as const;

/** Nothing where every request was answered well. */
function outcomesOf({ outcomes }: Assembly, index: number, stepCount: number): Pick<Timeline, 'outcomes'> {
  if (outcomes === undefined) return {};
  const curve = (result: number) => foldedTo(stepCount, outcomes.countsOf(index, result));
  const kinds = Object.entries(failures).flatMap(([kind, result]) => {
    const counts = curve(result);
    return counts.some((count) => count > 0) ? [[kind, counts] as const] : [];
  });
  if (kinds.length === 0) return {};
  const all = [outcome.completed, ...Object.values(failures)].map(curve);
  const ended = all[0].map((_, step) => all.reduce((sum, counts) => sum + counts[step], 0));
  return { outcomes: { ended, ...Object.fromEntries(kinds) } };
}

/** What is behind the last point of the other curves, whose last sample would be at the end itself, belongs to it. */
function foldedTo(stepCount: number, counts: Float64Array): number[] {
  const rest = counts.subarray(stepCount).reduce((sum, count) => sum + count, 0);
  return [...counts.subarray(0, stepCount)].map((count, step) => count + (step === stepCount - 1 ? rest : 0));
}

/** Bounds of what decides for a service, and when they or something else kept it from growing. */
function boundsOf(
  { input }: Assembly,
  { name, decisions }: AssembledService,
  policies: readonly PolicyAtWork[],
): Pick<Timeline, 'bounds' | 'held_back'> {
  const own = policies.filter(({ service }) => service.name === name);
  if (own.length === 0) return {};
  // Of several policies the one that may go further counts.
  const minCount = Math.min(...own.map(({ bounds }) => bounds.minCount));
  const maxCount = Math.max(...own.map(({ bounds }) => bounds.maxCount));
  const spells = heldSpells({
    desiredRuns: decisions.desiredRuns,
    holdSeconds: own.every(({ isDone }) => isDone())
      ? Number.POSITIVE_INFINITY
      : Math.min(...own.map(({ periodSeconds }) => periodSeconds())),
    span: { fromSeconds: 0, toSeconds: input.scenario.duration },
  });
  return {
    bounds: { min: minCount, max: maxCount },
    ...(spells.length === 0
      ? {}
      : {
          held_back: spells.slice(0, HELD_SPELL_LIMIT).map(({ fromSeconds, untilSeconds, by, wanted }) => ({
            from_s: fromSeconds,
            until_s: untilSeconds,
            by,
            wanted,
          })),
        }),
  };
}

function restartsPart(service: AssembledService): Pick<Timeline, 'restarts'> {
  const restarts = restartsOfService(service);
  return restarts.length === 0 ? {} : { restarts };
}

/** More than a picture of the whole run can tell apart. */
const HELD_SPELL_LIMIT = 1000;

/** When the gateway kept tries from it or from its instances; nothing where it never did. */
function keptOutOf({ input }: Assembly, { standing }: AssembledService): Pick<Timeline, 'kept_out'> {
  const spells = standing?.spells(input.scenario.duration) ?? [];
  if (spells.length === 0) return {};
  return {
    kept_out: spells.map(({ state, instance, fromSeconds, untilSeconds }) => ({
      state,
      ...(instance === undefined ? {} : { instance }),
      from_s: fromSeconds,
      until_s: untilSeconds,
    })),
  };
}

/** Edges as shares of the SLO's latency, so that one of them is the SLO and every policy has the same. */
const heatEdges = [1 / 12, 1 / 6, 1 / 4, 1 / 3, 1 / 2, 2 / 3, 1, 5 / 3, 8 / 3, 4, 7];
/** The latency that stands for the SLO's where there is none. */
const heatScaleSeconds = 0.3;

function heatmapOf({ timeline, input }: Assembly, index: number): Timeline['heatmap'] {
  if (timeline === undefined) return undefined;
  const scaleSeconds = input.scenario.slo?.latency ?? heatScaleSeconds;
  const uppers = heatEdges.map((share) => share * scaleSeconds);
  const count = timeline.heatOf(index).map(({ buckets, counts }) => {
    const row = new Array<number>(uppers.length + 1).fill(0);
    for (const [place, bucket] of buckets.entries()) {
      // A bucket that an edge cuts belongs below it: it is at most 0.8 % wide.
      const lower = bucket === 0 ? 0 : bucketUpperSeconds(bucket - 1);
      const edge = uppers.findIndex((upper) => lower < upper);
      row[edge === -1 ? uppers.length : edge] += counts[place];
    }
    return row;
  });
  return { step_s: timeline.heatStepSeconds, upper_ms: uppers.map((upper) => round(upper * 1e3)), count };
}

/** More windows than a curve has pixels say nothing more. */
const sloWindowLimit = 720;

function sloPartOf(assembly: Assembly, index: number): Pick<Timeline, 'slo_windows' | 'above_slo'> {
  const { log, input } = assembly;
  const { slo, duration, warmup } = input.scenario;
  if (slo === undefined) return {};
  const windows = {
    slo: { latencySeconds: slo.latency, objective: slo.objective },
    windowTotals: log.windowTotals[index],
    windowGoods: log.windowGoods[index],
    spanSeconds: duration - warmup,
  };
  return { slo_windows: sloWindowsOf(assembly, index), above_slo: spellsOf(assembly, windows) };
}

function sloWindowsOf({ log, input }: Assembly, index: number): Timeline['slo_windows'] {
  const [totals, goods] = [log.windowTotals[index], log.windowGoods[index]];
  const stride = Math.ceil(totals.length / sloWindowLimit);
  const folded = (windows: Float64Array) =>
    Array.from({ length: Math.ceil(windows.length / stride) }, (_, place) =>
      windows.subarray(place * stride, (place + 1) * stride).reduce((sum, count) => sum + count, 0),
    );
  return {
    from_s: input.scenario.warmup,
    step_s: sloWindowSeconds * stride,
    judged: folded(totals),
    good: folded(goods),
  };
}

/** Six digits are more than a picture can show, and keep the document small. */
function inMs(values: readonly (number | null)[]): (number | null)[] {
  return values.map((seconds) => (seconds === null ? null : round(seconds * 1e3)));
}

function round(value: number): number {
  return Number(value.toPrecision(6));
}

function decisionRows({ name, decisions }: AssembledService): DecisionRow[] {
  return decisions.rows.map((row) => ({
    time_s: row.timeSeconds,
    until_s: row.untilSeconds,
    service: name,
    ...(row.wished === row.desired ? {} : { wished: row.wished }),
    ...(row.result === 'refused' && row.held !== undefined ? { by: row.held.by } : {}),
    desired: row.desired,
    applied: row.applied,
    result: row.result,
    ...(row.rule === undefined ? {} : { rule: row.rule }),
    ...(row.reason === undefined ? {} : { reason: row.reason }),
    ...(row.weights === undefined ? {} : { weights: { ...row.weights } }),
    ...controllersOfRow(row),
  }));
}

function controllersOfRow({ controller, controllers }: DecisionRun): Partial<DecisionRow> {
  if (controller === undefined || controllers === undefined) return {};
  const others = controllers.size - 1;
  return { controller: controller + 1, ...(others === 0 ? {} : { other_controllers: others }) };
}

/** Rises that are kept; those that took longest go before the others, those never answered before all. */
const LAG_ROW_LIMIT = 1000;

function lagRows(assembly: Assembly, { demands }: DetailSources): LagRow[] {
  const { warmup, duration } = assembly.input.scenario;
  const span = { fromSeconds: warmup, toSeconds: duration };
  const rows = assembly.services.flatMap((service, index): LagRow[] => {
    const demand = demands[index];
    if (demand !== undefined) return demand.jumps.map((jump) => lagRow(service, jump));
    if (service.settings.scaling.perRequest !== undefined) return [];
    const jumps = lagJumps(askedSources(assembly, service), span);
    return jumps.map((jump) => ({ ...lagRow(service, jump), since: 'decision' }));
  });
  const byLength = [...rows].sort((a, b) => (b.total_s ?? Infinity) - (a.total_s ?? Infinity) || a.time_s - b.time_s);
  return byLength.slice(0, LAG_ROW_LIMIT).sort((a, b) => a.time_s - b.time_s);
}

function lagRow(
  { name: service, nodes }: AssembledService,
  { atSeconds, neededFrom, neededTo, isAnswered, parts, phases }: LagJump,
): LagRow {
  const rise = { time_s: atSeconds, service, needed_from: neededFrom, needed_to: neededTo };
  const totalSeconds = Object.values(parts).reduce((total, seconds) => total + seconds, 0);
  if (!isAnswered) return { ...rise, total_s: null, parts: null, unanswered_s: totalSeconds };
  return {
    ...rise,
    total_s: totalSeconds,
    parts: {
      metric_s: parts.metricSeconds,
      decision_s: parts.decisionSeconds,
      limit_s: parts.limitSeconds,
      api_s: parts.apiSeconds,
      ...(nodes === undefined ? {} : { node_s: parts.nodeSeconds }),
      startup_s: parts.startupSeconds,
      slow_start_s: parts.slowStartSeconds,
    },
    ...(phases && { startup_phases_s: Object.fromEntries(phases.map(({ name, seconds }) => [name, seconds])) }),
  };
}

function eventsOf({ services, input }: Assembly, { faults, totals }: DetailSources): RunEvent[] {
  const reversals = services.flatMap(({ name, decisions }) =>
    decisions.reversalTimes.map((time_s): RunEvent => ({ time_s, kind: 'reversal', service: name })),
  );
  const { duration, warmup, slo } = input.scenario;
  const span = { fromSeconds: warmup, toSeconds: duration };
  const struck = faults.map((fault): RunEvent => {
    const { kind, detail, fromSeconds, untilSeconds } = fault;
    const isJudged = slo !== undefined && fromSeconds >= warmup;
    const recovery_s = isJudged ? recoverySeconds(totals, faultSpan(fault, span)) : undefined;
    return {
      time_s: fromSeconds,
      kind,
      ...(detail === undefined ? {} : { detail }),
      ...(untilSeconds > fromSeconds ? { until_s: Math.min(untilSeconds, duration) } : {}),
      ...(recovery_s === undefined ? {} : { recovery_s }),
    };
  });
  return [...reversals, ...struck].sort((a, b) => a.time_s - b.time_s);
}
