import type { Fleet } from '../fleet/fleet.js';
import type { InstanceTable } from '../fleet/instanceTable.js';
import { PoolSaturation } from '../fleet/poolSaturation.js';
import type { Serving } from '../fleet/serving.js';
import type { ConsumerLimits } from '../gateway/ai/consumers/consumerLimits.js';
import { usualSaturation } from '../gateway/ai/consumers/settings.js';
import { Shedding } from '../gateway/ai/consumers/shedding.js';
import { ejectionRules } from '../gateway/belief/ejectionSettings.js';
import type { CallLinks } from '../gateway/calls/callLinks.js';
import * as link from '../gateway/calls/link.js';
import type { CentralQueue } from '../gateway/centralQueue.js';
import { hasRatioBreaker } from '../gateway/guards/circuitBreaker.js';
import { Ejecting } from '../gateway/guards/ejecting.js';
import type { Guard } from '../gateway/guards/guard.js';
import type { Guards } from '../gateway/guards/guards.js';
import { buildGuards } from '../gateway/guards/index.js';
import type { StandingNews } from '../gateway/guards/standingNews.js';
import { TriesUnderWay } from '../gateway/guards/triesUnderWay.js';
import type { Rotation } from '../gateway/rotation.js';
import type { GatewaySettings } from '../gateway/settings.js';
import type { Calendar } from '../kernel/calendar.js';
import type { Clock } from '../kernel/clock.js';
import type { FeatureCounts } from '../record/featureCounts.js';
import { modelServerIn } from '../scenario/modelServerIn.js';
import { targetNames } from '../scenario/routeTargets.js';
import type { Scenario } from '../scenario/schema.js';
import { isSheddable, shedsTiers } from '../scenario/tiersIn.js';
import type { Priorities } from '../traffic/priorities.js';
import type { RequestTable } from '../traffic/requestTable.js';
import * as word from '../traffic/word.js';
import type { Traffic } from './traffic.js';

interface GuardedService {
  readonly clock: Clock;
  readonly requests: RequestTable;
  readonly traffic: Traffic;
  readonly links: CallLinks | undefined;
  readonly fleet: Fleet;
  readonly gateway: GatewaySettings;
  readonly rotation: Rotation;
  readonly calendar: Calendar;
  readonly table: InstanceTable;
  readonly name: string;
  readonly index: number;
  readonly featureCounts: FeatureCounts;
  readonly concurrency: number;
  readonly priorities: Priorities;
  readonly serving: Serving;
  readonly consumerLimits: ConsumerLimits | undefined;
  readonly sharedGuards: Map<object, Guard>;
  readonly news: StandingNews | undefined;
  readonly centralQueue: CentralQueue | undefined;
}

/** What guards a service of the scenario; undefined where nothing does. */
export function assembleGuards(scenario: Scenario, parts: GuardedService): Guards | undefined {
  const { requests, traffic, links, fleet, concurrency, centralQueue } = parts;
  const targetCount = targetNames(scenario).length;
  const classes = Object.keys(scenario.requests);
  const byGroup = (numberOf: (source: number) => number) =>
    Int32Array.from({ length: traffic.classNames.length * targetCount }, (_, group) =>
      numberOf(Math.floor(group / targetCount)),
    );
  const load = new TriesUnderWay(requests);
  const context = {
    ...parts,
    load,
    startsInstances: scenario.services[parts.name].scaling.perRequest !== undefined,
    opened: openingsOf(scenario, parts),
    shared: parts.sharedGuards,
    sourceOf: (row: number) =>
      links === undefined
        ? Math.floor(requests.words[(row << 5) | word.group] / targetCount)
        : links.words[(row << 4) | link.root],
    classOf: byGroup((source) => classes.indexOf(traffic.classNames[source])),
    centralQueueLength: () => centralQueue?.count ?? 0,
    waitingCount: () => (centralQueue?.count ?? 0) + load.waitingAtInstances,
    readySlotCount: () => fleet.readyCount * concurrency,
  };
  return buildGuards(parts.gateway, context, {
    first: [...ofConsumers(parts), ...ofTiers(scenario, parts)],
    last: ejecting(scenario, parts),
  });
}

/** The limits of consumers, where some have any: one guard over all services and providers. */
export function ofConsumers({
  consumerLimits,
  featureCounts,
  index,
}: Pick<GuardedService, 'consumerLimits' | 'featureCounts' | 'index'>): Guard[] {
  if (consumerLimits === undefined) return [];
  if (consumerLimits.countTokens) featureCounts.set('tokenOvershoot', () => consumerLimits.overshootOfServices[index]);
  if (consumerLimits.countsUsd) featureCounts.set('budgetSpent', () => consumerLimits.usdOfServices[index]);
  return [consumerLimits];
}

/** Where a tier is sheddable and the service is of model servers. */
function ofTiers(scenario: Scenario, { serving, requests, fleet, traffic, name }: GuardedService): Guard[] {
  const { meter } = serving;
  if (!shedsTiers(scenario) || meter === undefined || modelServerIn(scenario, name) === undefined) return [];
  const targetCount = targetNames(scenario).length;
  const sheddable = traffic.classNames.flatMap((one) =>
    Array.from({ length: targetCount }, () => Number(isSheddable(scenario, one))),
  );
  const pool = new PoolSaturation(scenario.ai?.saturation ?? usualSaturation);
  const saturation = () => pool.of(fleet.ready, meter);
  return [new Shedding({ requests, isSheddable: Uint8Array.from(sheddable), saturation })];
}

/** Who counts the times that a breaker of the service opened. */
function openingsOf({ warmup }: Scenario, { gateway, clock, featureCounts }: GuardedService): () => void {
  if (!hasRatioBreaker(gateway.circuitBreaker)) return () => {};
  let count = 0;
  featureCounts.set('breakerOpenings', () => count);
  return () => {
    if (clock.nowSeconds >= warmup) count++;
  };
}

function ejecting({ warmup }: Scenario, parts: GuardedService): Ejecting[] {
  const { ejection } = parts.gateway;
  if (ejection === undefined) return [];
  const rules = ejectionRules(ejection);
  const guard = new Ejecting({ ...parts, rules, service: parts.index, fromSeconds: warmup });
  parts.featureCounts.set('ejections', () => guard.count);
  return [guard];
}
