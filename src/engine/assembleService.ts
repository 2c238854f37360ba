import type { Cloud } from '../cloud/cloud.js';
import { Fleet } from '../fleet/fleet.js';
import type { ServiceNodes } from '../fleet/nodes/serviceNodes.js';
import type { GatewaySettings } from '../gateway/settings.js';
import * as rank from '../kernel/rank.js';
import type { Observation } from '../policy/observation.js';
import { DecisionLog, leastReversalSeconds } from '../record/decisionLog.js';
import type { FeatureCounts } from '../record/featureCounts.js';
import { FleetLog } from '../record/fleetLog.js';
import { StandingLog } from '../record/standingLog.js';
import { gatewayOf } from '../scenario/gatewayOf.js';
import type { Scenario } from '../scenario/schema.js';
import { absentMetrics } from '../scenario/serviceFacts.js';
import { warmStartOf } from '../scenario/warmStart.js';
import type { MeteredInstances } from '../telemetry/readings.js';
import { type AssembledPool, serviceNodes } from './assembleNodes.js';
import type { Core } from './core.js';
import { DecisionEventWriter, FleetEventWriter } from './eventWriters.js';
import { RecordedFleetLog } from './recorderLogs.js';
import type { RunInput } from './runInput.js';
import { type StartupDraws, startupDraws } from './startupDraws.js';

/** One service with everything that belongs to it in this run. */
export interface AssembledService {
  readonly name: string;
  readonly index: number;
  readonly settings: Scenario['services'][string];
  /** The gateway as it holds for it. */
  readonly gateway: GatewaySettings;
  readonly fleet: Fleet;
  /** Where its instances need room on a node. */
  readonly nodes: ServiceNodes | undefined;
  readonly fleetLog: FleetLog;
  readonly decisions: DecisionLog;
  /** Where pictures are kept: when breakers were open and instances ejected. */
  readonly standing: StandingLog | undefined;
  readonly bounds: { readonly minCount: number; readonly maxCount: number };
  readonly resources: Observation['resources'];
  readonly metered: MeteredInstances;
  /** What its features count, entered by each. */
  readonly featureCounts: FeatureCounts;
  readonly startups: StartupDraws;
  readonly absentMetrics: readonly string[];
}

interface ServiceContext extends Core {
  readonly name: string;
  readonly index: number;
  readonly cloud: Cloud;
  readonly pools: readonly AssembledPool[];
}

export function assembleService(context: ServiceContext): AssembledService {
  const { name, index, input, streams, stopped, table, serving, calendar, cloud, nowSeconds } = context;
  const { scenario, onEvent: tell } = input;
  const settings = scenario.services[name];
  const span = { fromSeconds: scenario.warmup, toSeconds: scenario.duration };
  const eventTarget = tell && { tell, service: name };
  const fleetLog = fleetLogOf(name, input, span);
  const startups = startupDraws(settings.instance.startup, streams.openIndexed(`service ${name}`, 'startup'));
  const failureStream = streams.openIndexed(`service ${name}`, 'startup failure');
  const standing = input.detail ? new StandingLog() : undefined;
  const nodes = serviceNodes(context, context.pools, context);
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
    nodes,
    stopped: (life) => {
      stopped.add(index, life);
      standing?.stopped(life.launchNumber, life.stoppedSeconds);
      if (scenario.ai?.gpuBudget !== undefined) calendar.at(nowSeconds(), rank.fleet, () => cloud.gpusFreed());
    },
    startupSecondsOf: startups.secondsOf,
    placeSecondsOf: startups.placeSecondsOf,
    startupFails: (launchNumber, ratio) => {
      if (ratio === 0) return false;
      failureStream.seek(launchNumber, 0);
      return failureStream.uniform() < ratio;
    },
    nowSeconds,
  });
  const reversalSeconds = Math.max(2 * startups.meanSeconds, leastReversalSeconds);
  const logged = { ...span, reversalSeconds, keepRows: input.detail };
  const decisions = eventTarget === undefined ? new DecisionLog(logged) : new DecisionEventWriter(logged, eventTarget);
  const bounds = { minCount: settings.scaling.min, maxCount: settings.scaling.max };
  return {
    name,
    index,
    settings,
    gateway: gatewayOf(scenario, name),
    fleet,
    nodes,
    fleetLog,
    decisions,
    standing,
    bounds,
    resources: resourcesOf(settings),
    metered: meteredOf(settings, fleet),
    featureCounts: new Map(),
    startups,
    absentMetrics: absentMetrics(scenario, name),
  };
}

function fleetLogOf(
  service: string,
  { scenario, onEvent: tell, record }: RunInput,
  span: ConstructorParameters<typeof FleetLog>[0],
): FleetLog {
  const { granularity, minimum, from } = scenario.cloud.billing;
  const billing = { granularitySeconds: granularity, minimumSeconds: minimum, from };
  if (tell !== undefined) return new FleetEventWriter(span, billing, { tell, service });
  return record?.service === service ? new RecordedFleetLog(span, billing) : new FleetLog(span, billing);
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
export function initialCountOf(name: string, { scenario, bindings, scenarioFolder }: RunInput): number {
  const { scaling } = scenario.services[name];
  const spec = bindings[name] ?? bindings['*'];
  const isFixed = scaling.policy !== undefined;
  if (!isFixed && spec?.kind === 'static') return Math.min(Math.max(spec.count, scaling.min), scaling.max);
  return scaling.initial === 'needed' ? warmStartOf(scenario, name, scenarioFolder).count : scaling.initial;
}

function meteredOf({ instance }: Scenario['services'][string], fleet: Fleet): AssembledService['metered'] {
  const { vcpus, cpuRequest, memory, baseMemory, model } = instance;
  return {
    isModel: model !== undefined,
    vcpus,
    cpuRequest,
    memoryBytes: memory,
    baseMemoryBytes: baseMemory,
    serving: () => fleet.serving(),
    desired: () => fleet.desired,
  };
}
