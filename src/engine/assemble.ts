import { StoppedInstances } from '../cloud/api/stoppedInstances.js';
import { Cloud } from '../cloud/cloud.js';
import { Switch } from '../faults/fault.js';
import { Fleet } from '../fleet/fleet.js';
import { InstanceTable } from '../fleet/instanceTable.js';
import type { Serving, ServingContext } from '../fleet/serving.js';
import { buildServing } from '../fleet/servings/index.js';
import { buildSpeed } from '../fleet/speeds/index.js';
import { zoneWeightsOf } from '../fleet/zoneWeights.js';
import { buildBalancer } from '../gateway/balancers/index.js';
import { CentralQueue } from '../gateway/centralQueue.js';
import type { Gateway } from '../gateway/gateway.js';
import { NewestIdle } from '../gateway/newestIdle.js';
import { OnDemand } from '../gateway/onDemand.js';
import { Rotation } from '../gateway/rotation.js';
import type { ServiceRuntime } from '../gateway/serviceRuntime.js';
import { Weights } from '../gateway/weights.js';
import { Calendar } from '../kernel/calendar.js';
import { type Clock, RunClock } from '../kernel/clock.js';
import { EventHeap } from '../kernel/eventHeap.js';
import type { Observation } from '../policy/observation.js';
import { membersOf } from '../policy/policySpec.js';
import { buildDistribution } from '../random/distributions/index.js';
import { DecisionLog, leastReversalSeconds } from '../record/decisionLog.js';
import type { FeatureCounts } from '../record/featureCounts.js';
import { FleetLog } from '../record/fleetLog.js';
import type { Scenario } from '../scenario/schema.js';
import { warmStartOf } from '../scenario/warmStart.js';
import type { StepCurve } from '../stats/stepCurve.js';
import type { MetricFeed } from '../telemetry/feed.js';
import type { MeteredService } from '../telemetry/readings.js';
import { Telemetry } from '../telemetry/telemetry.js';
import { RequestTable, word } from '../traffic/requestTable.js';
import { fleetListener, panicRatio, serviceBelief } from './assembleBelief.js';
import { assembleGateway } from './assembleGateway.js';
import { assembleGuards } from './assembleGuards.js';
import { type AssembledLogs, assembleLogs } from './assembleLogs.js';
import { DecisionEventWriter, FleetEventWriter, scrapeEventWriter } from './eventWriters.js';
import { Loop } from './loop.js';
import { neededStepsOnce } from './neededCurve.js';
import { RecordedFleetLog, type RecordedGrid, recordedGrids } from './recorderLogs.js';
import type { RunInput } from './runInput.js';
import { RunStreams } from './runStreams.js';
import { TracedRequests } from './tracedRequests.js';
import { buildTraffic, type Traffic } from './traffic.js';

/** One service with everything that belongs to it in this run. */
export interface AssembledService {
  readonly name: string;
  readonly index: number;
  readonly settings: Scenario['services'][string];
  readonly fleet: Fleet;
  readonly fleetLog: FleetLog;
  readonly decisions: DecisionLog;
  readonly bounds: { readonly minCount: number; readonly maxCount: number };
  readonly resources: Observation['resources'];
  readonly metered: Omit<MeteredService, 'centralQueueLength'>;
  /** What its features count, entered by each. */
  readonly featureCounts: FeatureCounts;
  /** Keyed draw: launch -> ready of the n-th launch, seconds. */
  startupSecondsOf(launchNumber: number): number;
}

/** A wired model, ready to run once. */
export interface Assembly extends AssembledLogs {
  readonly input: RunInput;
  readonly loop: Loop;
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly table: InstanceTable;
  readonly requests: RequestTable;
  readonly gateway: Gateway;
  readonly serving: Serving;
  readonly services: readonly AssembledService[];
  readonly traffic: Traffic;
  readonly telemetry: Telemetry;
  readonly cloud: Cloud;
  readonly stopped: StoppedInstances;
  readonly streams: RunStreams;
  readonly outages: { readonly metrics: Switch; readonly scrapes: Switch; readonly api: Switch };
  /** Where a recorder was asked for: [grid]. */
  readonly recording: readonly RecordedGrid[] | undefined;
  nowSeconds(): number;
  /** Instances that a service needs over the whole run; undefined where its curve is not known in advance. */
  neededSteps(service: number): StepCurve | undefined;
}

/** Seconds a startup of a service takes on average. */
export function startupMeanSeconds(settings: Scenario['services'][string]): number {
  return buildDistribution(settings.instance.startup).meanSeconds;
}

/** The parts that all others are wired to. */
interface Core {
  readonly stopped: StoppedInstances;
  readonly input: RunInput;
  readonly streams: RunStreams;
  readonly clock: RunClock;
  readonly calendar: Calendar;
  readonly heap: EventHeap;
  readonly table: InstanceTable;
  readonly requests: RequestTable;
  readonly serving: Serving;
  readonly outages: { readonly metrics: Switch; readonly scrapes: Switch; readonly api: Switch };
  nowSeconds(): number;
}

/**
 * Wires the model of one run from its scenario; the one place that names every part.
 *
 * @param feeds by which the policies of this run get their metrics
 */
export function assemble(input: RunInput, feeds: readonly MetricFeed[]): Assembly {
  const { scenario } = input;
  const core = assembleCore(input);
  const cloud = assembleCloud(core);
  const serviceNames = Object.keys(scenario.services);
  const services = serviceNames.map((name, index) => assembleService({ ...core, name, index, cloud }));
  cloud.serve(services.map(({ fleet }) => fleet));
  const traffic = buildTraffic(input, core.streams);
  const logs = assembleLogs(core);
  const { journal, ledger, log, outcomes, settling, timeline, fingerprint } = logs;
  const runtimes = services.map((service) => runtimeOf(service, core, traffic));
  const telemetry = assembleTelemetry({ ...core, feeds }, services, (service) => gateway.centralQueueLength(service));
  for (const { startupSecondsOf } of services) fingerprint?.startups(startupSecondsOf);
  const recording = input.record && recordedGrids(input.record, serviceNames.indexOf(input.record.service));
  const counting = [ledger, log, outcomes, settling, ...telemetry.readers, timeline, fingerprint, ...(recording ?? [])];
  journal.readers = counting.filter((reader) => reader !== undefined);
  const { gateway, clients } = assembleGateway({
    ...core,
    instances: core.table,
    journal,
    runtimes,
    traffic,
    tracer: tracerOf(core, traffic, serviceNames),
  });
  const fleets = services.map(({ fleet }) => fleet);
  const listener = fleetListener({ ...core, runtimes }, services, gateway);
  const loop = new Loop({ ...core, durationSeconds: scenario.duration, gateway, listener, clients, journal, fleets });
  const neededSteps = neededStepsOnce({ traffic, input });
  return { ...core, ...logs, loop, gateway, services, traffic, telemetry, cloud, neededSteps, recording };
}

function assembleCore(input: RunInput): Core {
  const { scenario, replication } = input;
  const [clock, requests, table] = [new RunClock(), new RequestTable(), new InstanceTable()];
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
    serving: assembleServing(input, { clock, requests, instances: table }),
    outages: { metrics: new Switch(), scrapes: new Switch(), api: new Switch() },
    nowSeconds: () => clock.nowSeconds,
  };
}

function assembleServing(
  { scenario, servings }: RunInput,
  context: Pick<ServingContext, 'clock' | 'requests' | 'instances'>,
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
  const checkSeconds = scenario.gateway.healthCheck?.cpu ?? 0;
  const usesCpu =
    Object.values(scenario.requests).some(({ cpu }) => cpu !== undefined) ||
    processors.some(({ baseVcpus, burst }) => baseVcpus > 0 || burst !== undefined || checkSeconds > 0);
  const needs = instances.map((_, service) => ({ usesCpu, service }));
  return buildServing({ ...context, processors }, needs, servings);
}

function tracerOf(
  core: Core,
  { sourceNames, classNames }: Traffic,
  serviceNames: readonly string[],
): TracedRequests | undefined {
  const { input, table } = core;
  if (input.onEvent === undefined) return undefined;
  const responseBytes = classNames.map((name) => input.scenario.requests[name].responseBytes);
  const names = { sourceNames, classNames, serviceNames };
  return new TracedRequests({ ...core, ...names, tell: input.onEvent, instances: table, responseBytes });
}

function assembleCloud({ input, streams, outages, nowSeconds }: Core): Cloud {
  const { cloud, services } = input.scenario;
  return new Cloud({
    settings: cloud,
    bounds: Object.values(services).map(({ scaling }) => ({ minCount: scaling.min, maxCount: scaling.max })),
    errorStream: streams.open('cloud', 'error'),
    isOut: () => outages.api.isOn,
    nowSeconds,
  });
}

function assembleTelemetry(
  core: Core & { readonly feeds: readonly MetricFeed[] },
  services: readonly AssembledService[],
  centralQueueLength: (service: number) => number,
): Telemetry {
  const { input, streams, serving, outages } = core;
  return new Telemetry({
    ...core,
    settings: input.scenario.telemetry,
    keptSeconds: asksForSeries(input) ? KEPT_SECONDS : undefined,
    services: services.map(({ metered }, index) => ({
      ...metered,
      centralQueueLength: () => centralQueueLength(index),
    })),
    phaseStream: streams.open('telemetry', 'phase'),
    lossStream: (scrapeSeconds) => streams.open('telemetry', `loss ${scrapeSeconds}`),
    scraped: input.onEvent && scrapeEventWriter(input.onEvent, services),
    isDown: () => outages.metrics.isOn,
    failsToScrape: () => outages.metrics.isOn || outages.scrapes.isOn,
    touchAll: () => {
      for (const { fleet } of services) for (const instance of fleet.alive()) serving.touch(instance);
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

interface ServiceContext extends Core {
  readonly name: string;
  readonly index: number;
  readonly cloud: Cloud;
}

function assembleService(context: ServiceContext): AssembledService {
  const { name, index, input, streams, stopped, table, serving, calendar, cloud, nowSeconds } = context;
  const { scenario } = input;
  const settings = scenario.services[name];
  const span = { fromSeconds: scenario.warmup, toSeconds: scenario.duration };
  const { granularity, minimum, from } = scenario.cloud.billing;
  const billing = { granularitySeconds: granularity, minimumSeconds: minimum, from };
  const eventTarget = input.onEvent && { tell: input.onEvent, service: name };
  const isRecorded = input.record?.service === name;
  const plainLog = () => (isRecorded ? new RecordedFleetLog(span, billing) : new FleetLog(span, billing));
  const fleetLog = eventTarget === undefined ? plainLog() : new FleetEventWriter(span, billing, eventTarget);
  const startup = buildDistribution(settings.instance.startup);
  const startupStream = streams.openIndexed(`service ${name}`, 'startup');
  const startupSecondsOf = (launchNumber: number, restart = 0): number => {
    startupStream.seek(launchNumber, restart);
    return startup.sample(startupStream);
  };
  const failureStream = streams.openIndexed(`service ${name}`, 'startup failure');
  const fleet = new Fleet({
    service: index,
    zoneCount: settings.zones,
    drainSeconds: settings.instance.drain,
    preStopSeconds: settings.instance.preStop,
    isOnDemand: settings.scaling.perRequest !== undefined,
    initialCount: initialCountOf(name, input),
    table,
    serving,
    calendar,
    log: fleetLog,
    provider: cloud,
    stopped: (life) => stopped.add(index, life),
    startupSecondsOf,
    startupFails: (launchNumber, ratio) => {
      if (ratio === 0) return false;
      failureStream.seek(launchNumber, 0);
      return failureStream.uniform() < ratio;
    },
    nowSeconds,
  });
  const logged = {
    ...span,
    reversalSeconds: Math.max(2 * startup.meanSeconds, leastReversalSeconds),
    keepRows: input.detail,
  };
  const decisions = eventTarget === undefined ? new DecisionLog(logged) : new DecisionEventWriter(logged, eventTarget);
  const bounds = { minCount: settings.scaling.min, maxCount: settings.scaling.max };
  return {
    name,
    index,
    settings,
    fleet,
    fleetLog,
    decisions,
    bounds,
    resources: resourcesOf(settings),
    metered: meteredOf(settings, fleet),
    featureCounts: new Map(),
    startupSecondsOf,
  };
}

function resourcesOf({ instance }: Scenario['services'][string]): Observation['resources'] {
  const { vcpus, cpuRequest, memory, memoryRequest } = instance;
  return {
    vcpus,
    ...(cpuRequest === undefined ? {} : { cpuRequest }),
    ...(memory === undefined ? {} : { memory }),
    ...(memoryRequest === undefined ? {} : { memoryRequest }),
  };
}

/** `static:N` is a fleet of N that no policy touches, within what the service may have. */
function initialCountOf(name: string, { scenario, bindings, scenarioFolder }: RunInput): number {
  const { scaling } = scenario.services[name];
  const spec = bindings[name] ?? bindings['*'];
  const isFixed = scaling.policy !== undefined;
  if (!isFixed && spec?.kind === 'static') return Math.min(Math.max(spec.count, scaling.min), scaling.max);
  return scaling.initial === 'needed' ? warmStartOf(scenario, name, scenarioFolder).count : scaling.initial;
}

function runtimeOf(service: AssembledService, core: Core, traffic: Traffic): ServiceRuntime {
  const { requests } = core;
  const { scenario } = core.input;
  const { instance } = service.settings;
  const { queue } = scenario.gateway;
  const concurrency = instance.concurrency ?? Number.POSITIVE_INFINITY;
  const serviceCount = Object.keys(scenario.services).length;
  const sourceOf = (row: number) => Math.floor(requests.words[(row << 5) | word.group] / serviceCount);
  const levelOf = (row: number) => traffic.profiles[sourceOf(row)].level;
  const isPriority = queue?.discipline === 'priority';
  const onDemand = onDemandOf(service, core);
  const rotation = rotationOf(service, core, onDemand !== undefined);
  const centralQueue =
    queue && new CentralQueue(requests, isPriority ? traffic.levelCount : 1, isPriority ? levelOf : () => 0);
  return {
    fleet: service.fleet,
    guards: assembleGuards(scenario, { ...core, ...service, traffic, rotation, concurrency, centralQueue }),
    rotation,
    onDemand,
    concurrency,
    instanceQueueLimit: instance.queue ?? Number.POSITIVE_INFINITY,
    centralQueue,
    centralQueueLimit: queue?.limit ?? Number.POSITIVE_INFINITY,
    dropExpired: instance.dropExpired,
    belief: serviceBelief(service, scenario),
  };
}

function rotationOf(service: AssembledService, core: Core, isOnDemand: boolean): Rotation {
  const { streams, table: instances } = core;
  const { queue, balancer } = core.input.scenario.gateway;
  const { concurrency = Number.POSITIVE_INFINITY } = service.settings.instance;
  // Where requests wait at instances, one whose slots are taken has room for those that wait.
  const roomCount = queue === undefined && !isOnDemand ? Number.POSITIVE_INFINITY : concurrency;
  const stream = streams.open(`service ${service.name}`, 'balancer');
  const weights = isOnDemand ? undefined : weightsOf(service, core);
  const built = isOnDemand
    ? new NewestIdle(instances)
    : buildBalancer(balancer, { ...core, stream, instances, roomCount, weights });
  return new Rotation({ instances, balancer: built, roomCount, weights, panicRatio: panicRatio(core.input.scenario) });
}

/** Undefined where every instance weighs 1 at all times. */
function weightsOf({ settings }: AssembledService, core: Core): Weights | undefined {
  const { slowStart } = core.input.scenario.gateway;
  const zoneWeights = zoneWeightsOf(settings);
  if (slowStart === undefined && zoneWeights.every((weight) => weight === 1)) return undefined;
  return new Weights({ ...core, instances: core.table, zoneWeights, slowStart });
}

function onDemandOf({ name, settings, fleet, bounds }: AssembledService, core: Core): OnDemand | undefined {
  const { perRequest } = settings.scaling;
  if (perRequest === undefined) return undefined;
  const idle = buildDistribution(perRequest.idleTimeout);
  const stream = core.streams.openIndexed(`service ${name}`, 'idle');
  const idleSecondsOf = (launchNumber: number, idlePeriod: number): number => {
    stream.seek(launchNumber, idlePeriod);
    return idle.sample(stream);
  };
  return new OnDemand({ ...core, ...bounds, fleet, idleSecondsOf });
}

function meteredOf({ instance }: Scenario['services'][string], fleet: Fleet): AssembledService['metered'] {
  const { vcpus, cpuRequest, memory, baseMemory } = instance;
  return {
    vcpus,
    cpuRequest,
    memoryBytes: memory,
    baseMemoryBytes: baseMemory,
    serving: () => fleet.serving(),
    desired: () => fleet.desired,
  };
}
