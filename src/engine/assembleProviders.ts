import { Provider } from '../gateway/ai/providers/provider.js';
import type { Balancer } from '../gateway/balancer.js';
import type { CallLinks } from '../gateway/calls/callLinks.js';
import { Guards } from '../gateway/guards/guards.js';
import { TriesUnderWay } from '../gateway/guards/triesUnderWay.js';
import { Rotation } from '../gateway/rotation.js';
import type { ServiceRuntime } from '../gateway/serviceRuntime.js';
import type { FeatureCounts } from '../record/featureCounts.js';
import { consumerNames } from '../scenario/consumersIn.js';
import { targetNames } from '../scenario/routeTargets.js';
import { longestAnswersOf } from './assembleConsumers.js';
import { ofConsumers } from './assembleGuards.js';
import type { Core } from './core.js';
import { tokenGroupsOf } from './tokenGroups.js';
import type { Traffic } from './traffic.js';

/** One provider with what belongs to it in this run. */
export interface AssembledProvider {
  readonly name: string;
  /** Behind those of the services. */
  readonly index: number;
  readonly provider: Provider;
  readonly runtime: ServiceRuntime;
  readonly featureCounts: FeatureCounts;
}

/** The providers of the scenario, whoever uses them. */
export function assembleProviders(
  core: Core,
  { sourceNames, classNames }: Traffic,
  links: CallLinks | undefined,
): AssembledProvider[] {
  const { scenario } = core.input;
  const targets = targetNames(scenario);
  const longestAnswers = longestAnswersOf(scenario);
  const groups = tokenGroupsOf(scenario, classNames);
  return Object.entries(scenario.ai?.providers ?? {}).map(([name, settings]) => {
    const provider = new Provider({
      ...core,
      settings,
      streams: sourceNames.map((source) => core.streams.openIndexed(`source ${source}`, `provider ${name}`)),
      callStreams: sourceNames.map((source) => core.streams.openIndexed(`source ${source}`, `provider ${name} call`)),
      links,
      targetCount: targets.length,
      longestAnswers,
      groups,
      consumerCount: consumerNames(scenario).length,
      fromSeconds: scenario.warmup,
      spent: (row, usd) => core.consumerLimits?.billed(row, usd),
    });
    const featureCounts: FeatureCounts = new Map([
      ['providerCost', () => provider.costUsd],
      ['providerWaste', () => provider.givenUpUsd],
      ['providerLimited', () => provider.limitedCount],
      ['providerFailed', () => provider.failedCount],
    ]);
    if (settings.price.cached !== undefined) featureCounts.set('providerCachedTokens', () => provider.cachedTokens);
    const index = targets.indexOf(name);
    return { name, index, provider, featureCounts, runtime: runtimeOf(core, provider, { featureCounts, index }) };
  });
}

/** What the gateway knows of a provider: there are no instances, so nobody is picked and nobody waits. */
function runtimeOf(
  { table: instances, requests, consumerLimits }: Core,
  provider: Provider,
  counted: Pick<AssembledProvider, 'featureCounts' | 'index'>,
): ServiceRuntime {
  const guards = ofConsumers({ consumerLimits, ...counted });
  return {
    fleet: { alive: () => [], emptied() {} },
    rotation: new Rotation({ instances, balancer: nobody, roomCount: Number.POSITIVE_INFINITY }),
    guards: guards.length === 0 ? undefined : new Guards(guards, { requests, load: new TriesUnderWay(requests) }),
    hedging: undefined,
    concurrency: Number.POSITIVE_INFINITY,
    instanceQueueLimit: Number.POSITIVE_INFINITY,
    centralQueue: undefined,
    centralQueueLimit: Number.POSITIVE_INFINITY,
    onDemand: undefined,
    dropExpired: false,
    belief: undefined,
    model: undefined,
    provider,
  };
}

const nobody: Balancer = { add() {}, remove() {}, loadRose() {}, loadFell() {}, pick: () => -1 };
