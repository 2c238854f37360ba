import { StoppedInstances } from '../cloud/api/stoppedInstances.js';
import { Cloud, type GpuBudget } from '../cloud/cloud.js';
import { Switch } from '../faults/fault.js';
import { InstanceTable } from '../fleet/instanceTable.js';
import type { Leaks } from '../fleet/leaks.js';
import type { ModelListener, Serving, ServingContext } from '../fleet/serving.js';
import { buildServing } from '../fleet/servings/index.js';
import { buildSpeed } from '../fleet/speeds/index.js';
import type { ConsumerLimits } from '../gateway/ai/consumers/consumerLimits.js';
import type { Rollout } from '../gateway/ai/rollout/rollout.js';
import type { RoutesOptions } from '../gateway/ai/routes/routes.js';
import { RouteWeights } from '../gateway/ai/routes/routeWeights.js';
import { CallLinks } from '../gateway/calls/callLinks.js';
import type { Gateway } from '../gateway/gateway.js';
import { Calendar } from '../kernel/calendar.js';
import { type Clock, RunClock } from '../kernel/clock.js';
import { EventHeap } from '../kernel/eventHeap.js';
import { membersOf } from '../policy/policySpec.js';
import type { Journal, JournalReader } from '../record/journal.js';
import { PrefixCounts } from '../record/prefixCounts.js';
import { consumerNames } from '../scenario/consumersIn.js';
import { gatewayOf } from '../scenario/gatewayOf.js';
import { gpusIn } from '../scenario/gpusIn.js';
import { modelServerIn } from '../scenario/modelServerIn.js';
import { reachedTargets, targetNames } from '../scenario/routeTargets.js';
import type { Scenario } from '../scenario/schema.js';
import type { StepCurve } from '../stats/stepCurve.js';
import type { MetricFeed } from '../telemetry/feed.js';
import type { MeteredService } from '../telemetry/readings.js';
import { Telemetry } from '../telemetry/telemetry.js';
import { firstPrefixes } from '../traffic/prefix.js';
import { RequestTable } from '../traffic/requestTable.js';
import type { Sessions } from '../traffic/sessions/sessions.js';
import { hasPrefixes } from '../traffic/sessions/settings.js';
import { fleetListener } from './assembleBelief.js';
import { assembleConsumers } from './assembleConsumers.js';
import { assembleGateway } from './assembleGateway.js';
import { assembleLeaks } from './assembleLeaks.js';
import { type AssembledLogs, assembleLogs } from './assembleLogs.js';
import { type AssembledPool, assemblePools } from './assembleNodes.js';
import { assemblePriorities } from './assemblePriorities.js';
import { assembleProbes } from './assembleProbes.js';
import { type AssembledProvider, assembleProviders } from './assembleProviders.js';
import { assembleGrades, assembleQuality } from './assembleQuality.js';
import { assembleRollouts } from './assembleRollouts.js';
import type { LoadedRouters } from './assembleRouters.js';
import { assembleRoutes } from './assembleRoutes.js';
import { assembleRuntime } from './assembleRuntime.js';
import { type AssembledService, assembleService } from './assembleService.js';
import type { Core } from './core.js';
import { scrapeEventWriter } from './eventWriters.js';
import { gatewayGauges, withoutNews } from './gatewayGauges.js';
import { Loop } from './loop.js';
import { neededStepsOnce } from './neededCurve.js';
import { type RecordedGrid, recordedGrids } from './recorderLogs.js';
import type { RunInput } from './runInput.js';
import { RunStreams } from './runStreams.js';
import { tokenGroupsOf } from './tokenGroups.js';
import { TracedRequests, type Tracing } from './tracedRequests.js';
import { buildTraffic, classesOf, type Traffic } from './traffic.js';

/** A wired model, ready to run once. */
export interface Assembly extends AssembledLogs {
  readonly input: RunInput;
  readonly loop: Loop;
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly table: InstanceTable;
  readonly requests: RequestTable;
  readonly gateway: Gateway;
  readonly rollouts: readonly Rollout[];
  /** Where sources have some. */
  readonly sessions: Sessions | undefined;
  readonly routeWeights: RouteWeights | undefined;
  readonly serving: Serving;
  readonly leaks: Leaks | undefined;
  readonly services: readonly AssembledService[];
  /** Behind the services in whatever is by service. */
  readonly providers: readonly AssembledProvider[];
  readonly pools: readonly AssembledPool[];
  readonly traffic: Traffic;
  readonly telemetry: Telemetry;
  readonly cloud: Cloud;
  readonly stopped: StoppedInstances;
  readonly streams: RunStreams;
  readonly consumerLimits: ConsumerLimits | undefined;
  readonly outages: { readonly metrics: Switch; readonly scrapes: Switch; readonly api: Switch };
  /** Where a recorder was asked for: [grid]. */
  readonly recording: readonly RecordedGrid[] | undefined;
  nowSeconds(): number;
  /** Instances that a service needs over the whole run; undefined where its curve is not known in advance. */
  neededSteps(service: number): StepCurve | undefined;
}

/**
 * Wires the model of one run from its scenario; the one place that names every part.
 *
 * @param feeds by which the policies and routers of this run get their metrics
 */
export function assemble(input: RunInput, feeds: readonly MetricFeed[], routers?: LoadedRouters): Assembly {
  const { scenario } = input;
  const core = assembleCore(input);
  const cloud = assembleCloud(core);
  const serviceNames = Object.keys(scenario.services);
  const pools = assemblePools(core);
  const services = serviceNames.map((name, index) => assembleService({ ...core, name, index, cloud, pools }));
  const fleets = services.map(({ fleet }) => fleet);
  cloud.serve(fleets, (service, entry) => services[service].decisions.record(entry));
  const traffic = buildTraffic(input, core.streams);
  const links = traffic.classNames.length > traffic.sourceNames.length ? new CallLinks() : undefined;
  const judge = assembleQuality(core, traffic, links);
  const logs = assembleLogs({ ...core, traffic, judge });
  const { journal, fingerprint } = logs;
  const providers = assembleProviders(core, traffic, links);
  const runtimes = [
    ...services.map((service) => assembleRuntime(service, core, { traffic, links })),
    ...providers.map(({ runtime }) => runtime),
  ];
  const leaks = assembleLeaks(core, services);
  const metered = services.map(({ metered, index }) => ({
    ...metered,
    centralQueueLength: () => gateway.centralQueueLength(index),
    gateway: gatewayGauges(scenario, core.table, { name: serviceNames[index], index, guards: runtimes[index].guards }),
  }));
  const telemetry = assembleTelemetry({ ...core, feeds, leaks }, services, metered);
  for (const { startups } of services) fingerprint?.startups(startups.secondsOf);
  const targets = [...services, ...providers];
  const routes = assembleRoutes({ ...core, services: targets, traffic, routers, telemetry });
  const rollouts = assembleRollouts({ ...core, routes, services: targets });
  const recording = input.record && recordedGrids(input.record, serviceNames.indexOf(input.record.service));
  if (core.serving.meter !== undefined) core.serving.meter.listener = tokenListener(journal, () => gateway.routes);
  journal.readers = readersOf(logs, [...rollouts, ...telemetry.readers], recording ?? []);
  const { gateway, clients, sessions } = assembleGateway({
    ...core,
    instances: core.table,
    journal,
    runtimes,
    services,
    providers,
    traffic,
    links,
    routes,
    callLog: logs.callLog,
    sessionLog: logs.sessionLog,
    leaks,
    tracer: tracerOf(core, traffic, { links, judge }),
  });
  const news = fleetListener({ ...core, runtimes }, services, gateway);
  leaks?.tell(news);
  assembleProbes(core, services, gateway);
  const listener = leaks ?? news;
  const loop = new Loop({ ...core, durationSeconds: scenario.duration, gateway, listener, clients, journal, fleets });
  const neededSteps = neededStepsOnce({ traffic, input });
  const common = { loop, gateway, sessions, rollouts, leaks, services, providers, pools };
  const parts = { ...common, traffic, telemetry, cloud, neededSteps, recording };
  return { ...core, ...logs, ...parts, routeWeights: routeWeightsOf(routes, rollouts) };
}

/** Hears of tokens for the journal, and for routes, which wait for the next one. */
function tokenListener(journal: Journal, routes: () => Gateway['routes']): ModelListener {
  return {
    firstToken(row) {
      journal.firstToken(row);
      routes()?.firstToken(row);
    },
    preempted: (service) => journal.preempted(service),
  };
}

function routeWeightsOf(routes: RoutesOptions | undefined, rollouts: readonly Rollout[]): RouteWeights | undefined {
  if (routes === undefined) return undefined;
  const used = [...new Set(routes.ofProfiles.filter((route) => route !== undefined))];
  const rolledOut = rollouts.map(({ parts }) => parts.route.name);
  return new RouteWeights({ routes: used, serviceNames: routes.serviceNames, rolledOut });
}

/** All who count, in their order. @param amid between those of results and those of pictures */
function readersOf(
  { ledger, log, tokenLog, tokenCurves, consumerLog, outcomes, settling, timeline, fingerprint }: AssembledLogs,
  amid: readonly JournalReader[],
  last: readonly JournalReader[],
): JournalReader[] {
  const ofResults = [ledger, log, tokenLog, tokenCurves, consumerLog, outcomes, settling];
  return [...ofResults, ...amid, timeline, fingerprint, ...last].filter((reader) => reader !== undefined);
}

function assembleCore(input: RunInput): Core {
  const { scenario, replication } = input;
  const [clock, requests, table] = [new RunClock(), new RequestTable(), new InstanceTable()];
  const prefixCounts = prefixCountsOf(scenario);
  const priorities = assemblePriorities(scenario, requests);
  const staleness = scenario.cloud.api.routes.map((route) => route.staleness);
  return {
    input,
    stopped: new StoppedInstances(Object.keys(scenario.services).length, Math.max(0, ...staleness)),
    streams: new RunStreams({ seed: scenario.seed, replication }),
    clock,
    calendar: new Calendar(),
    heap: new EventHeap(),
    table,
    requests,
    serving: assembleServing(input, { clock, requests, instances: table, prefixCounts, priorities }),
    prefixCounts,
    priorities,
    sharedGuards: new Map(),
    consumerLimits: assembleConsumers(input, { clock, requests }),
    outages: { metrics: new Switch(), scrapes: new Switch(), api: new Switch() },
    nowSeconds: () => clock.nowSeconds,
  };
}

/** [service] Of services that get prompts with shared beginnings. */
function prefixCountsOf(scenario: Scenario): (PrefixCounts | undefined)[] {
  const routes = classesOf(scenario).flatMap((name) =>
    hasPrefixes(scenario.requests[name]) ? reachedTargets(scenario, name) : [],
  );
  return Object.keys(scenario.services).map((name) =>
    routes.includes(name) ? new PrefixCounts(scenario.warmup) : undefined,
  );
}

function assembleServing(
  { scenario, servings }: RunInput,
  context: Pick<ServingContext, 'clock' | 'requests' | 'instances' | 'prefixCounts' | 'priorities'>,
): Serving {
  const instances = Object.values(scenario.services).map(({ instance }) => instance);
  const processors = instances.map(({ vcpus, speed, baseCpu, startupCpu, slowStart }) => ({
    vcpus,
    speed: speed && buildSpeed(speed, { vcpus }),
    baseVcpus: baseCpu ?? 0,
    burst: startupCpu && { vcpus: startupCpu.cores, seconds: startupCpu.for },
    slowStart: slowStart && { forSeconds: slowStart.for, factor: slowStart.factor },
  }));
  // One answer for all services: the order at one instant is the same whichever services take cpu.
  const probes = instances.flatMap((instance) => Object.values(instance.probes ?? {}));
  const ofGateway = Object.keys(scenario.services).map((name) => gatewayOf(scenario, name).healthCheck?.cpu ?? 0);
  const checkSeconds = Math.max(...ofGateway, ...probes.map((probe) => probe?.cpu ?? 0));
  const usesCpu =
    Object.values(scenario.requests).some(({ cpu }) => cpu !== undefined) ||
    processors.some(({ baseVcpus, burst }) => baseVcpus > 0 || burst !== undefined || checkSeconds > 0);
  const models = Object.keys(scenario.services).map((name) => modelServerIn(scenario, name));
  const needs = models.map((model, service) => ({ usesCpu, isModel: model !== undefined, service }));
  const groups = tokenGroupsOf(scenario, classesOf(scenario));
  return buildServing({ ...context, processors, models, groups }, needs, servings);
}

function tracerOf(
  core: Core,
  { sourceNames, classNames, profiles }: Traffic,
  { links, judge }: Pick<Tracing, 'links' | 'judge'>,
): TracedRequests | undefined {
  const { input, table } = core;
  if (input.onEvent === undefined) return undefined;
  const responseBytes = classNames.map((name) => input.scenario.requests[name].responseBytes);
  const names = { sourceNames, classNames, serviceNames: targetNames(input.scenario) };
  // What is behind the services are providers.
  const takesTokens = targetNames(input.scenario).map(
    (name) => input.scenario.services[name] === undefined || modelServerIn(input.scenario, name) !== undefined,
  );
  const firstPrefix = firstPrefixes(input.scenario.requests);
  const firstPrefixOf = classNames.map((name) => input.scenario.requests[name].prefix && firstPrefix[name]);
  const facts = {
    responseBytes,
    areOfSessions: profiles.map((profile) => profile.hasSessions),
    takesTokens,
    links,
    judge,
    firstPrefixOf,
    consumerNames: consumerNames(input.scenario),
  };
  return new TracedRequests({ ...core, ...names, ...facts, tell: input.onEvent, instances: table });
}

function assembleCloud({ input, streams, outages, nowSeconds }: Core): Cloud {
  const { cloud, services } = input.scenario;
  return new Cloud({
    settings: cloud,
    bounds: Object.values(services).map(({ scaling }) => ({ minCount: scaling.min, maxCount: scaling.max })),
    gpuBudget: gpuBudgetOf(input.scenario),
    errorStream: streams.open('cloud', 'error'),
    isOut: () => outages.api.isOn,
    nowSeconds,
  });
}

function gpuBudgetOf(scenario: Scenario): GpuBudget | undefined {
  const { gpuBudget, importance = {} } = scenario.ai ?? {};
  if (gpuBudget === undefined) return undefined;
  const names = Object.keys(scenario.services);
  const services = names.map((name) => ({
    name,
    gpus: gpusIn(scenario, name),
    importance: Object.hasOwn(importance, name) ? importance[name] : 1,
  }));
  return { gpus: gpuBudget, services };
}

function assembleTelemetry(
  core: Core & { readonly feeds: readonly MetricFeed[]; readonly leaks: Leaks | undefined },
  services: readonly AssembledService[],
  metered: readonly MeteredService[],
): Telemetry {
  const { input, streams, serving, outages, leaks } = core;
  return new Telemetry({
    ...core,
    settings: input.scenario.telemetry,
    meter: serving.meter,
    grades: assembleGrades(core),
    keptSeconds: asksForSeries(input) ? KEPT_SECONDS : undefined,
    services: metered,
    targetCount: targetNames(input.scenario).length,
    phaseStream: streams.open('telemetry', 'phase'),
    lossStream: (scrapeSeconds) => streams.open('telemetry', `loss ${scrapeSeconds}`),
    scraped: input.onEvent && scrapeEventWriter(input.onEvent, services, withoutNews(input.scenario)),
    isDown: () => outages.metrics.isOn,
    failsToScrape: () => outages.metrics.isOn || outages.scrapes.isOn,
    touchAll: () => {
      for (const instance of services.flatMap(({ fleet }) => fleet.alive())) {
        serving.touch(instance);
        leaks?.touch(instance);
      }
    },
  });
}

/** Queries reach back an hour, and the last step before it. */
const KEPT_SECONDS = 3_900;

/** Keeping counters takes memory, so only for policies whose text speaks of Prometheus' API. */
function asksForSeries({ bindings }: RunInput): boolean {
  return Object.values(bindings)
    .flatMap(membersOf)
    .some((spec) => 'code' in spec && spec.code.includes('api/v1/'));
}
