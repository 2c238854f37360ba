import { StoppedInstances } from '../cloud/api/stoppedInstances.js';
import { Cloud } from '../cloud/cloud.js';
import { Switch } from '../faults/fault.js';
import { Fleet } from '../fleet/fleet.js';
import { InstanceTable } from '../fleet/instanceTable.js';
import { ProcessorSharing } from '../fleet/processorSharing.js';
import { buildSpeed } from '../fleet/speeds/index.js';
import { buildBalancer } from '../gateway/balancers/index.js';
import type { InstanceWork } from '../gateway/instanceWork.js';
import { NewestIdle } from '../gateway/newestIdle.js';
import { OnDemand } from '../gateway/onDemand.js';
import type { RequestGateway } from '../gateway/requestGateway.js';
import { RequestTable } from '../gateway/requestTable.js';
import { Rotation } from '../gateway/rotation.js';
import type { ServiceDesk } from '../gateway/serviceDesk.js';
import { WaitingLine } from '../gateway/waitingLine.js';
import { Calendar } from '../kernel/calendar.js';
import { EventHeap } from '../kernel/eventHeap.js';
import type { Observation } from '../policy/observation.js';
import { buildDistribution } from '../random/distributions/index.js';
import { DecisionLog, leastReversalSeconds } from '../record/decisionLog.js';
import { FleetLog } from '../record/fleetLog.js';
import { Ledger } from '../record/ledger.js';
import { OutcomeLog } from '../record/outcomeLog.js';
import { RequestLog, type RequestLogOptions } from '../record/requestLog.js';
import { SettlingLog } from '../record/settlingLog.js';
import { TimelineLog } from '../record/timelineLog.js';
import type { Scenario } from '../scenario/schema.js';
import { warmStartOf } from '../scenario/warmStart.js';
import type { MetricFeed } from '../telemetry/feed.js';
import type { MeteredService } from '../telemetry/readings.js';
import { Telemetry } from '../telemetry/telemetry.js';
import { assembleGateway } from './assembleGateway.js';
import { Fingerprint } from './fingerprint.js';
import { Model } from './model.js';
import type { RunInput } from './runInput.js';
import { RunStreams } from './runStreams.js';
import { scrapeTelling, TellingDecisionLog, TellingFleetLog, TellingRequestLog } from './tellingLogs.js';
import { TracedRequests } from './tracedRequests.js';
import { buildTraffic, type Traffic } from './traffic.js';
import { hasSteadyState } from './warmupFindings.js';

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
  readonly metered: Omit<MeteredService, 'lineLength'>;
  /** Keyed draw: launch -> ready of the n-th launch, seconds. */
  startupSecondsOf(launchNumber: number): number;
}

/** A wired model, ready to run once. */
export interface Assembly {
  readonly input: RunInput;
  readonly model: Model;
  readonly calendar: Calendar;
  readonly table: InstanceTable;
  readonly requests: RequestTable;
  readonly gateway: RequestGateway;
  /** What faults act on; undefined in a run that has none and takes the short way. */
  readonly work: InstanceWork | undefined;
  readonly services: readonly AssembledService[];
  readonly traffic: Traffic;
  readonly log: RequestLog;
  readonly ledger: Ledger;
  readonly telemetry: Telemetry;
  readonly cloud: Cloud;
  readonly stopped: StoppedInstances;
  readonly timeline: TimelineLog | undefined;
  readonly fingerprint: Fingerprint | undefined;
  readonly streams: RunStreams;
  readonly outages: { readonly metrics: Switch; readonly scrapes: Switch; readonly api: Switch };
  nowSeconds(): number;
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
  readonly calendar: Calendar;
  readonly heap: EventHeap;
  readonly table: InstanceTable;
  readonly requests: RequestTable;
  readonly sharing: ProcessorSharing;
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
  const core = assembleCore(input, () => gateway.nowSeconds);
  const cloud = assembleCloud(core);
  const serviceNames = Object.keys(scenario.services);
  const services = serviceNames.map((name, index) => assembleService({ ...core, name, index, cloud }));
  cloud.serve(services.map(({ fleet }) => fleet));
  const traffic = buildTraffic(input, core.streams);
  const ledger = new Ledger({ fromSeconds: scenario.warmup, toSeconds: scenario.duration });
  const timeline = input.detail
    ? new TimelineLog(serviceNames.length, scenario.duration, scenario.slo?.objective)
    : undefined;
  const outcomes = timeline && new OutcomeLog(serviceNames.length, scenario.duration, timeline.stepSeconds);
  const log = requestLogOf({ ...core, ledger, outcomes }, traffic, serviceNames);
  const desks = services.map((service) => deskOf(service, core, traffic));
  const telemetry = assembleTelemetry({ ...core, feeds }, services, (service) => gateway.lineLength(service));
  const fingerprint = input.fingerprint === true ? new Fingerprint() : undefined;
  for (const { startupSecondsOf } of services) fingerprint?.startups(startupSecondsOf);
  const listeners = timeline === undefined ? telemetry.listeners : [...telemetry.listeners, timeline];
  const { gateway, work, loop } = assembleGateway({
    ...core,
    instances: core.table,
    log,
    ledger,
    desks,
    traffic,
    listeners,
    timeline,
    fingerprint,
    tracer: tracerOf(core, traffic, serviceNames),
  });
  const fleets = services.map(({ fleet }) => fleet);
  const { calendar } = core;
  const model = new Model({ durationSeconds: scenario.duration, calendar, gateway, loop, fleets });
  return { ...core, model, gateway, work, services, traffic, log, ledger, telemetry, cloud, timeline, fingerprint };
}

function assembleCore(input: RunInput, nowSeconds: () => number): Core {
  const { scenario, replication } = input;
  const table = new InstanceTable();
  const processors = Object.values(scenario.services).map(({ instance: { vcpus, speed, baseCpu, startupCpu } }) => ({
    vcpus,
    speed: speed && buildSpeed(speed, { vcpus }),
    baseVcpus: baseCpu ?? 0,
    burst: startupCpu && { vcpus: startupCpu.cores, seconds: startupCpu.for },
  }));
  const staleness = scenario.cloud.api.routes.map((route) => route.staleness);
  return {
    input,
    stopped: new StoppedInstances(Object.keys(scenario.services).length, Math.max(0, ...staleness)),
    streams: new RunStreams({ seed: scenario.seed, replication }),
    calendar: new Calendar(),
    heap: new EventHeap(),
    table,
    requests: new RequestTable(),
    sharing: new ProcessorSharing(table, processors),
    outages: { metrics: new Switch(), scrapes: new Switch(), api: new Switch() },
    nowSeconds,
  };
}

function requestLogOf(
  { input, ledger, outcomes }: Core & Pick<RequestLogOptions, 'ledger' | 'outcomes'>,
  { sourceNames, classNames }: Traffic,
  serviceNames: readonly string[],
): RequestLog {
  const { scenario, onEvent } = input;
  const options = {
    ledger,
    outcomes,
    groupCount: sourceNames.length * serviceNames.length,
    serviceCount: serviceNames.length,
    fromSeconds: scenario.warmup,
    toSeconds: scenario.duration,
    sloSeconds: scenario.slo?.latency ?? Number.POSITIVE_INFINITY,
    settling: hasSteadyState(scenario) ? new SettlingLog(serviceNames.length, scenario.duration) : undefined,
  };
  return onEvent === undefined
    ? new RequestLog(options)
    : new TellingRequestLog({ ...options, sourceNames, classNames, tell: onEvent });
}

function tracerOf(
  core: Core,
  { sourceNames, classNames }: Traffic,
  serviceNames: readonly string[],
): TracedRequests | undefined {
  const { input, table } = core;
  if (input.onEvent === undefined) return undefined;
  return new TracedRequests({ ...core, tell: input.onEvent, instances: table, sourceNames, classNames, serviceNames });
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
  lineLength: (service: number) => number,
): Telemetry {
  const { input, streams, sharing, outages, nowSeconds } = core;
  return new Telemetry({
    ...core,
    settings: input.scenario.telemetry,
    keptSeconds: asksForSeries(input) ? KEPT_SECONDS : undefined,
    services: services.map(({ metered }, index) => ({ ...metered, lineLength: () => lineLength(index) })),
    phaseStream: streams.open('telemetry', 'phase'),
    lossStream: (scrapeSeconds) => streams.open('telemetry', `loss ${scrapeSeconds}`),
    scraped: input.onEvent && scrapeTelling(input.onEvent, services),
    isDown: () => outages.metrics.isOn,
    failsToScrape: () => outages.metrics.isOn || outages.scrapes.isOn,
    touchAll: () => {
      for (const { fleet } of services) for (const instance of fleet.alive()) sharing.touch(instance, nowSeconds());
    },
  });
}

/** Queries reach back an hour, and the last step before it. */
const KEPT_SECONDS = 3_900;

/** Keeping counters takes memory, so only for policies whose text speaks of Prometheus' API. */
function asksForSeries({ bindings }: RunInput): boolean {
  return Object.values(bindings).some((spec) => 'code' in spec && spec.code.includes('api/v1/'));
}

interface ServiceContext extends Core {
  readonly name: string;
  readonly index: number;
  readonly cloud: Cloud;
}

function assembleService(context: ServiceContext): AssembledService {
  const { name, index, input, streams, stopped, table, sharing, calendar, cloud, nowSeconds } = context;
  const { scenario } = input;
  const settings = scenario.services[name];
  const span = { fromSeconds: scenario.warmup, toSeconds: scenario.duration };
  const { granularity, minimum, from } = scenario.cloud.billing;
  const billing = { granularitySeconds: granularity, minimumSeconds: minimum, from };
  const telling = input.onEvent && { tell: input.onEvent, service: name };
  const fleetLog = telling === undefined ? new FleetLog(span, billing) : new TellingFleetLog(span, billing, telling);
  const startup = buildDistribution(settings.instance.startup);
  const startupStream = streams.openIndexed(`service ${name}`, 'startup');
  const startupSecondsOf = (launchNumber: number): number => {
    startupStream.seek(launchNumber, 0);
    return startup.sample(startupStream);
  };
  const failureStream = streams.openIndexed(`service ${name}`, 'startup failure');
  const fleet = new Fleet({
    service: index,
    zoneCount: settings.zones,
    drainSeconds: settings.instance.drain,
    isOnDemand: settings.scaling.perRequest !== undefined,
    initialCount: initialCountOf(name, input),
    table,
    sharing,
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
  const decisions = telling === undefined ? new DecisionLog(logged) : new TellingDecisionLog(logged, telling);
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

function deskOf(service: AssembledService, core: Core, traffic: Traffic): ServiceDesk {
  const { requests } = core;
  const { scenario } = core.input;
  const { instance } = service.settings;
  const { queue } = scenario.gateway;
  const concurrency = instance.concurrency ?? Number.POSITIVE_INFINITY;
  const levelOf = (slot: number) => traffic.profiles[requests.source[slot]].level;
  const isPriority = queue?.discipline === 'priority';
  const onDemand = onDemandOf(service, core);
  return {
    fleet: service.fleet,
    rotation: rotationOf(service, core, onDemand !== undefined),
    onDemand,
    concurrency,
    instanceQueueLimit: instance.queue ?? Number.POSITIVE_INFINITY,
    line: queue && new WaitingLine(requests, isPriority ? traffic.levelCount : 1, isPriority ? levelOf : () => 0),
    lineLimit: queue?.limit ?? Number.POSITIVE_INFINITY,
    dropExpired: instance.dropExpired,
    slowStart: instance.slowStart && { forSeconds: instance.slowStart.for, factor: instance.slowStart.factor },
  };
}

function rotationOf({ name, settings }: AssembledService, core: Core, isOnDemand: boolean): Rotation {
  const { streams, requests, table: instances } = core;
  const { queue, balancer } = core.input.scenario.gateway;
  const { concurrency = Number.POSITIVE_INFINITY } = settings.instance;
  // Where requests wait at instances, one whose slots are taken has room for those that wait.
  const roomCount = queue === undefined && !isOnDemand ? Number.POSITIVE_INFINITY : concurrency;
  const stream = streams.open(`service ${name}`, 'balancer');
  const built = isOnDemand
    ? new NewestIdle(instances)
    : buildBalancer(balancer, { stream, instances, requests, roomCount });
  return new Rotation({ instances, balancer: built, roomCount });
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
