import type { FaultEvent } from '../faults/schedule.js';
import type { FeatureCountName } from '../record/featureCounts.js';
import * as outcome from '../record/outcome.js';
import type { PolicyLog } from '../record/policyLog.js';
import type { GroupLog } from '../record/requestLog.js';
import type { SaturationLog } from '../record/saturationLog.js';
import type { Measure } from '../results/measure.js';
import { classMeasures, consumerMeasures, measures, providerMeasures } from '../results/measures/index.js';
import type { RunResult } from '../results/runResult.js';
import type { CallTotals, FleetTotals, RequestTotals, RunTotals, ScalingTotals } from '../results/runTotals.js';
import { limitsConsumers } from '../scenario/consumersIn.js';
import { isAnywhere } from '../scenario/gatewayOf.js';
import { hasCaches, hasProviders } from '../scenario/routeTargets.js';
import type { Scenario } from '../scenario/schema.js';
import { shedsTiers } from '../scenario/tiersIn.js';
import { Histogram } from '../stats/histogram.js';
import { walkTogether } from '../stats/stepCurve.js';
import type { Assembly } from './assemble.js';
import type { AssembledProvider } from './assembleProviders.js';
import type { AssembledService } from './assembleService.js';
import { detailOf } from './detail.js';
import { gpuFindings } from './gpuFindings.js';
import { heldBackStatic, longestHeldBack } from './heldBack.js';
import { neededNote } from './neededCurve.js';
import type { PolicyAtWork } from './policyAtWork.js';
import { recordOf } from './recorder.js';
import { runFindings } from './runFindings.js';
import { telemetryNotes } from './telemetryNotes.js';
import { callGraphOf, ownCalls } from './totals/callGraph.js';
import { classTotals } from './totals/classTotals.js';
import { consumerTotals } from './totals/consumerTotals.js';
import { sumCostParts } from './totals/costParts.js';
import { faultSpans } from './totals/faultSpans.js';
import { fallbacksOf } from './totals/hopTotals.js';
import { nodeTotals } from './totals/nodeTotals.js';
import { restartsOfService } from './totals/restartsOfService.js';
import { rolloutsOf } from './totals/rolloutTotals.js';
import { routedOf, routerFindings } from './totals/routedTotals.js';
import { offeredOf, sampleGroups } from './totals/sampleGroups.js';
import { billNote, serviceBill } from './totals/serviceBill.js';
import { demandTotals, type ServiceDemand, serviceDemand } from './totals/serviceDemand.js';
import { type WorkSnapshots, workOf } from './totals/serviceWork.js';
import { sessionTotals } from './totals/sessionTotals.js';
import { tokenTotals } from './totals/tokenTotals.js';
import { warmStartNotes } from './warmStartNotes.js';

/** What happened beside the logs. */
export interface RunHistory {
  readonly policies: readonly PolicyAtWork[];
  readonly snapshots: WorkSnapshots;
  readonly faults: readonly FaultEvent[];
  readonly log: PolicyLog;
  /** [service] empty where no class calls. */
  readonly saturations: readonly SaturationLog[];
}

/** Turns the logs of a finished run into its result. */
export function summarise(assembly: Assembly, history: RunHistory): RunResult {
  const { policies, snapshots, faults, log, saturations } = history;
  const { services, providers, input, fingerprint, traffic } = assembly;
  const demands = services.map((service) => serviceDemand(assembly, service, { policies, snapshots }));
  const gather = { assembly, snapshots, faults, demands, saturations };
  const callGraph = callGraphOf(assembly, saturations);
  const perService = services.map((service) => totalsOf(gather, { services: [service], providers: [] }));
  const hasCalls = traffic.classNames.length > traffic.sourceNames.length;
  const isOne = services.length + providers.length === 1 && !hasCalls;
  const all = isOne ? perService[0] : totalsOf(gather, { services, providers }, true);
  const span = { fromSeconds: input.scenario.warmup, toSeconds: input.scenario.duration };
  const heldBack = [
    ...policies.flatMap(({ service: { name, index, decisions }, periodSeconds, isDone }) =>
      longestHeldBack({
        service: name,
        desiredRuns: decisions.desiredRuns,
        holdSeconds: isDone() ? Number.POSITIVE_INFINITY : periodSeconds(),
        span,
        needed: assembly.neededSteps(index),
      }),
    ),
    ...services.flatMap((service) =>
      heldBackStatic(service, input.bindings, { span, needed: assembly.neededSteps(service.index) }),
    ),
  ];
  const values: Record<string, number | null> = {};
  const nulls: Record<string, string> = {};
  computeInto('', all, values, nulls);
  if (!isOne) {
    for (const [index, { name }] of services.entries())
      computeInto(`services.${name}.`, perService[index], values, nulls);
  }
  computeParts(gather, all, values, nulls);
  return {
    replication: input.replication,
    measures: values,
    nulls,
    ...sampleGroups(assembly),
    ...(callGraph === undefined ? {} : { callGraph }),
    findings: [...runFindings(policies, all, heldBack), ...gpuFindings(assembly), ...routerFindings(assembly)],
    heldBack,
    ...restartsOf(services),
    ...fallbacksOf(assembly),
    ...rolloutsOf(assembly),
    ...routedOf(assembly),
    notes: [
      ...services.map(({ index }) => neededNote(assembly, index)),
      ...services.flatMap(billNote),
      ...warmStartNotes(assembly),
      ...telemetryNotes(policies, input.scenario.telemetry),
      ...traffic.sources.flatMap((source) => (source.kind === 'open' ? (source.notes?.() ?? []) : [])),
    ],
    ...settlingOf(assembly),
    ...recordPart(assembly),
    fingerprint: fingerprint?.text ?? '',
    ...(input.detail ? { detail: detailOf(assembly, { faults, demands, totals: all, log, policies }) } : {}),
  };
}

/** The measures of each provider, of each consumer and of each request class. */
function computeParts(
  gathered: Gathered,
  all: RunTotals,
  values: Record<string, number | null>,
  nulls: Record<string, string>,
): void {
  const { assembly } = gathered;
  for (const one of assembly.providers) {
    const totals = totalsOf(gathered, { services: [], providers: [one] });
    computeInto(`providers.${one.name}.`, totals, values, nulls, providerMeasures);
  }
  const ofConsumers = consumerTotals(assembly, all, (groups) => requestTotals(groups, [], assembly.input.scenario));
  for (const [name, totals] of ofConsumers) computeInto(`consumers.${name}.`, totals, values, nulls, consumerMeasures);
  const ofClasses = classTotals(assembly, all, (groups) => ({
    ...timesOf(groups),
    requests: requestTotals(groups, [], assembly.input.scenario),
  }));
  for (const [name, totals] of ofClasses) computeInto(`classes.${name}.`, totals, values, nulls, classMeasures);
}

function restartsOf(services: readonly AssembledService[]): Pick<RunResult, 'restarts'> {
  const restarts = services.flatMap((service) =>
    restartsOfService(service).map((one) => ({ service: service.name, ...one })),
  );
  return restarts.length === 0 ? {} : { restarts };
}

function recordPart(assembly: Assembly): Pick<RunResult, 'record'> {
  const record = recordOf(assembly);
  return record === undefined ? {} : { record };
}

function settlingOf({ settling, services }: Assembly): Pick<RunResult, 'settling'> {
  if (settling === undefined) return {};
  const curves = services.map(({ name, index }) => ({
    service: name,
    step_s: settling.stepSeconds,
    mean_ms: settling.meansMs(index),
  }));
  return { settling: curves };
}

function computeInto(
  prefix: string,
  totals: RunTotals,
  values: Record<string, number | null>,
  nulls: Record<string, string>,
  some: readonly Measure[] = measures,
): void {
  for (const measure of some) {
    const value = measure.compute(totals);
    if (value === undefined) continue;
    const name = `${prefix}${measure.name}`;
    if (typeof value === 'number' && Number.isFinite(value)) values[name] = value;
    else {
      values[name] = null;
      nulls[name] = typeof value === 'number' ? 'not a finite number' : value.missing;
    }
  }
}

/** All that totals are gathered from. */
interface Gathered {
  readonly assembly: Assembly;
  readonly snapshots: WorkSnapshots;
  readonly faults: readonly FaultEvent[];
  /** [service] */
  readonly demands: readonly (ServiceDemand | undefined)[];
  readonly saturations: readonly SaturationLog[];
}

/** What is counted together: one service, one provider, or all. */
interface Counted {
  readonly services: readonly AssembledService[];
  readonly providers: readonly AssembledProvider[];
}

/** @param isOuter of requests of sources alone: the time of a call is part of its caller's */
function totalsOf(gathered: Gathered, { services, providers }: Counted, isOuter = false): RunTotals {
  const { assembly, snapshots, faults, demands } = gathered;
  const targets = [...services, ...providers];
  const { log, input, traffic } = assembly;
  const { scenario } = input;
  const span = { fromSeconds: scenario.warmup, toSeconds: scenario.duration };
  const targetCount = assembly.services.length + assembly.providers.length;
  const outerCount = traffic.sourceNames.length * targetCount;
  const isOf = (some: readonly { readonly index: number }[], group: number, from: number, to: number) =>
    group >= from && group < to && some.some(({ index }) => index === group % targetCount);
  const groupsOf = (some: readonly { readonly index: number }[], from: number, to: number) =>
    log.groups.filter((_, index) => isOf(some, index, from, to));
  const countedTo = isOuter ? outerCount : log.groups.length;
  const groups = groupsOf(targets, 0, countedTo);
  // Lanes of services and providers, and behind them those of calls.
  const lanes = targets.flatMap(({ index }) =>
    isOuter || log.systemSeconds.length === targetCount ? [index] : [index, index + targetCount],
  );
  const sum = (values: Float64Array) => lanes.reduce((total, lane) => total + values[lane], 0);
  const addWindows = (windows: readonly Float64Array[]) =>
    windows[0].map((_, window) => lanes.reduce((total, lane) => total + windows[lane][window], 0));
  return {
    spanSeconds: span.toSeconds - span.fromSeconds,
    durationSeconds: scenario.duration,
    occurs: scenario.occurs,
    slo: scenario.slo && { latencySeconds: scenario.slo.latency, objective: scenario.slo.objective },
    requests: requestTotals(groups, groupsOf(services.filter(isOnDemand), 0, countedTo), scenario),
    calls: callTotals(groupsOf(targets, outerCount, log.groups.length), log.groups.slice(0, outerCount), {
      own:
        isOuter || targets.length === 0 ? undefined : ownCalls(gathered, targets[0], groupsOf(targets, 0, outerCount)),
    }),
    ...timesOf(groups),
    systemSeconds: sum(log.systemSeconds),
    queueSeconds: sum(log.queueSeconds),
    completions: sum(log.completions),
    windowTotals: addWindows(log.windowTotals),
    windowGoods: addWindows(log.windowGoods),
    fleet: fleetTotals(assembly, { services, providers }, snapshots),
    scaling: scalingTotals(services),
    demand:
      services.length === 0
        ? undefined
        : demandTotals(
            services.map(({ index }) => demands[index]),
            span,
          ),
    faults: faultSpans(faults, span),
    // A call's tokens are bought beside those of its caller, unlike its time: good is what users get.
    tokens: tokenTotals(
      assembly,
      { services, hasProviders: providers.length > 0 },
      (group) => isOf(targets, group, 0, log.groups.length),
      (group) => isOf(targets, group, 0, countedTo),
    ),
    sessions: targets.length === targetCount ? sessionTotals(assembly) : undefined,
    features: featureTotals(targets),
  };
}

function timesOf(groups: readonly GroupLog[]): Pick<RunTotals, 'latency' | 'completedLatency' | 'queueWait'> {
  const [completedLatency, latency, queueWait] = [new Histogram(), new Histogram(), new Histogram()];
  for (const group of groups) {
    completedLatency.merge(group.completedLatency);
    latency.merge(group.failedLatency);
    queueWait.merge(group.queueWait);
  }
  latency.merge(completedLatency);
  return { latency, completedLatency, queueWait };
}

function featureTotals(targets: readonly Pick<AssembledService, 'featureCounts'>[]): RunTotals['features'] {
  const totals: Partial<Record<FeatureCountName, number>> = {};
  for (const { featureCounts } of targets) {
    for (const [name, count] of featureCounts) totals[name] = (totals[name] ?? 0) + count();
  }
  return totals;
}

/** @param outer of all services */
function callTotals(
  calls: readonly GroupLog[],
  outer: readonly GroupLog[],
  { own }: Pick<CallTotals, 'own'>,
): CallTotals | undefined {
  if (calls.length === 0) return undefined;
  return {
    offered: calls.reduce((sum, group) => sum + offeredOf(group), 0),
    attempts: calls.reduce((sum, { attempts }) => sum + attempts, 0),
    outerRequests: outer.reduce((sum, group) => sum + offeredOf(group), 0),
    own,
  };
}

function isOnDemand({ settings }: AssembledService): boolean {
  return settings.scaling.perRequest !== undefined;
}

/** @param onDemand those of services that scale per request */
function requestTotals(groups: readonly GroupLog[], onDemand: readonly GroupLog[], scenario: Scenario): RequestTotals {
  const sum = (numberOf: (group: GroupLog) => number, some = groups) =>
    some.reduce((total, group) => total + numberOf(group), 0);
  const count = (result: number) => sum((group) => group.counts[result]);
  return {
    offered: sum(offeredOf),
    completed: count(outcome.completed),
    failed: count(outcome.failed),
    rejected: count(outcome.rejected),
    timedOut: count(outcome.timedOut),
    abandoned: count(outcome.abandoned),
    aborted: count(outcome.aborted),
    rateLimited:
      isAnywhere(scenario, 'rateLimit') || limitsConsumers(scenario) || hasProviders(scenario)
        ? count(outcome.rateLimited)
        : undefined,
    unfinished: count(outcome.unfinished),
    good: sum((group) => group.good),
    tolerated: sum((group) => group.tolerated),
    unfinishedOld: sum((group) => group.unfinishedOld),
    shed: isAnywhere(scenario, 'admission') || shedsTiers(scenario) ? sum((group) => group.shed) : undefined,
    cached: hasCaches(scenario) ? sum((group) => group.cached) : undefined,
    cachedWrong: hasCaches(scenario) ? sum((group) => group.cachedWrong) : undefined,
    attempts: sum((group) => group.attempts),
    droppedIterations: sum((group) => group.droppedIterations),
    waitedCount: sum((group) => group.waitedCount),
    coldStarts:
      onDemand.length === 0
        ? undefined
        : { count: sum((group) => group.coldStarts, onDemand), offered: sum(offeredOf, onDemand) },
  };
}

function fleetTotals(assembly: Assembly, { services, providers }: Counted, snapshots: WorkSnapshots): FleetTotals {
  const sum = (numberOf: (service: AssembledService) => number) =>
    services.reduce((total, one) => total + numberOf(one), 0);
  const works = services.map((service) => workOf(assembly, service, snapshots));
  const bills = services.map((service, index) => serviceBill(service, works[index]));
  const total = (key: 'billedSeconds' | 'costUsd' | 'wastedUsd') => bills.reduce((all, bill) => all + bill[key], 0);
  const hasWork = works.every(({ isKnown }) => isKnown);
  const nodes = nodeTotals(assembly, services);
  return {
    readySeconds: sum(({ fleetLog }) => fleetLog.readySeconds),
    billedSeconds: total('billedSeconds'),
    busySeconds: works.reduce((total, one) => total + one.servingSeconds, 0),
    readyPeak: services.length === 1 ? services[0].fleetLog.readyPeak : peakTogether(services, assembly.input.scenario),
    costUsd:
      total('costUsd') + (nodes?.costUsd ?? 0) + providers.reduce((usd, { provider }) => usd + provider.costUsd, 0),
    wastedUsd: total('wastedUsd'),
    wastedStarts: sum(({ fleetLog }) => fleetLog.wastedStarts),
    workSeconds: hasWork ? works.reduce((total, one) => total + one.workSeconds, 0) : undefined,
    capacitySeconds: hasWork ? works.reduce((total, one) => total + one.capacitySeconds, 0) : undefined,
    costParts: sumCostParts(
      bills.map(({ parts }) => parts),
      nodes?.costUsd,
    ),
    nodes,
  };
}

/** Peaks of several services need not fall together: the most that were ready at once. */
function peakTogether(services: readonly AssembledService[], { warmup, duration }: Scenario): number {
  let peak = 0;
  const curves = services.map(({ fleetLog }) => fleetLog.readyCurve);
  walkTogether(curves, { fromSeconds: warmup, toSeconds: duration }, (counts) => {
    peak = Math.max(
      peak,
      counts.reduce((total, count) => total + count, 0),
    );
  });
  return peak;
}

function scalingTotals(services: readonly AssembledService[]): ScalingTotals {
  const sum = (numberOf: (service: AssembledService) => number) =>
    services.reduce((total, one) => total + numberOf(one), 0);
  return {
    scaleUps: sum(({ decisions }) => decisions.scaleUps),
    scaleDowns: sum(({ decisions }) => decisions.scaleDowns),
    reversals: sum(({ decisions }) => decisions.reversals),
    clamped: sum(({ decisions }) => decisions.clamped),
    throttled: sum(({ decisions }) => decisions.throttled),
    refused: sum(({ decisions }) => decisions.refused),
    failed: sum(({ decisions }) => decisions.failed),
  };
}
