import { zoneWeightsOf } from '../fleet/zoneWeights.js';
import { ModelPicker } from '../gateway/ai/picker/modelPicker.js';
import { buildBalancer } from '../gateway/balancers/index.js';
import type { CallLinks } from '../gateway/calls/callLinks.js';
import { CentralQueue } from '../gateway/centralQueue.js';
import { FollowedDelay } from '../gateway/hedging/hedgeDelay.js';
import { Hedging } from '../gateway/hedging/hedging.js';
import { ModelDoor } from '../gateway/modelDoor.js';
import { NewestIdle } from '../gateway/newestIdle.js';
import { OnDemand } from '../gateway/onDemand.js';
import { Rotation } from '../gateway/rotation.js';
import type { ServiceRuntime } from '../gateway/serviceRuntime.js';
import { Weights } from '../gateway/weights.js';
import { buildDistribution } from '../random/distributions/index.js';
import { modelServerIn } from '../scenario/modelServerIn.js';
import { panicRatio, serviceBelief } from './assembleBelief.js';
import { assembleGuards } from './assembleGuards.js';
import type { AssembledService } from './assembleService.js';
import type { Core } from './core.js';
import { standingNews } from './standingEvents.js';
import type { Traffic } from './traffic.js';

/** What the gateway knows of a service: its queues, who is picked, who may refuse. */
export function assembleRuntime(
  service: AssembledService,
  core: Core,
  { traffic, links }: { readonly traffic: Traffic; readonly links: CallLinks | undefined },
): ServiceRuntime {
  const { requests, priorities } = core;
  const { scenario } = core.input;
  const { instance } = service.settings;
  const { queue } = service.gateway;
  const concurrency = instance.concurrency ?? Number.POSITIVE_INFINITY;
  const levelOf = (row: number) => priorities.levelOf(row);
  const isPriority = queue?.discipline === 'priority';
  const onDemand = onDemandOf(service, core);
  const rotation = rotationOf(service, core, onDemand !== undefined);
  const centralQueue =
    queue && new CentralQueue(requests, isPriority ? priorities.levelCount : 1, isPriority ? levelOf : () => 0);
  return {
    fleet: service.fleet,
    guards: assembleGuards(scenario, {
      ...core,
      ...service,
      traffic,
      links,
      rotation,
      concurrency,
      centralQueue,
      news: standingNews(core, service),
    }),
    hedging: hedgingOf(service, core),
    rotation,
    onDemand,
    concurrency,
    instanceQueueLimit: instance.queue ?? Number.POSITIVE_INFINITY,
    centralQueue,
    centralQueueLimit: queue?.limit ?? Number.POSITIVE_INFINITY,
    dropExpired: instance.dropExpired,
    belief: serviceBelief(service, scenario.warmup),
    model: modelDoorOf(service, core),
  };
}

function rotationOf(service: AssembledService, core: Core, isOnDemand: boolean): Rotation {
  const { streams, table: instances } = core;
  const { queue, balancer } = service.gateway;
  const { concurrency = Number.POSITIVE_INFINITY } = service.settings.instance;
  // Where requests wait at instances, one whose slots are taken has room for those that wait.
  const roomCount = queue === undefined && !isOnDemand ? Number.POSITIVE_INFINITY : concurrency;
  const stream = streams.open(`service ${service.name}`, 'balancer');
  const weights = isOnDemand ? undefined : weightsOf(service, core);
  const built = isOnDemand
    ? new NewestIdle(instances)
    : (modelPickerOf(service, core) ?? buildBalancer(balancer, { ...core, stream, instances, roomCount, weights }));
  return new Rotation({ instances, balancer: built, roomCount, weights, panicRatio: panicRatio(service.gateway) });
}

/** Undefined where no picker is asked for, or the service serves no model. */
function modelPickerOf({ settings: { instance } }: AssembledService, core: Core): ModelPicker | undefined {
  const { input, serving, table: instances } = core;
  const settings = input.scenario.ai?.picker;
  if (settings === undefined || instance.model === undefined || serving.meter === undefined) return undefined;
  return new ModelPicker({ ...core, settings, instances, meter: serving.meter });
}

function modelDoorOf(
  { featureCounts, name, index }: AssembledService,
  { input, requests, prefixCounts }: Core,
): ModelDoor | undefined {
  const { scenario } = input;
  const settings = modelServerIn(scenario, name);
  if (settings === undefined) return undefined;
  const door = new ModelDoor({ requests, settings, fromSeconds: scenario.warmup });
  featureCounts.set('tooLong', () => door.count);
  const prefixes = prefixCounts[index];
  if (prefixes !== undefined) {
    featureCounts.set('promptTokens', () => prefixes.promptTokens);
    featureCounts.set('foundTokens', () => prefixes.foundTokens);
    featureCounts.set('lostTokens', () => prefixes.lostTokens);
  }
  return door;
}

function hedgingOf({ featureCounts, gateway }: AssembledService, { input }: Core): Hedging | undefined {
  const settings = gateway.hedging;
  if (settings === undefined) return undefined;
  const { after, attempts: attemptCount, cancel: cancels } = settings;
  const delay = after === 'p95' ? new FollowedDelay() : { seconds: () => after };
  const hedging = new Hedging({ attemptCount, cancels, delay, fromSeconds: input.scenario.warmup });
  featureCounts.set('hedges', () => hedging.begunCount);
  featureCounts.set('hedgesWon', () => hedging.wonCount);
  return hedging;
}

/** Undefined where every instance weighs 1 at all times. */
function weightsOf({ settings, gateway }: AssembledService, core: Core): Weights | undefined {
  const { slowStart } = gateway;
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
