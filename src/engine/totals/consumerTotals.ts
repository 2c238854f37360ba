import type { OneConsumerLog } from '../../record/consumerLog.js';
import type { GroupLog } from '../../record/requestLog.js';
import type { RequestTotals, RunTotals } from '../../results/runTotals.js';
import { consumerNames } from '../../scenario/consumersIn.js';
import type { Scenario } from '../../scenario/schema.js';
import { Histogram } from '../../stats/histogram.js';
import type { Assembly } from '../assemble.js';
import { qualityTotals } from './tokenTotals.js';

/** What the measures of each consumer are computed from, by its name. @param all of all requests, for what consumers share */
export function consumerTotals(
  {
    consumerLog,
    consumerLimits,
    providers,
    input,
  }: Pick<Assembly, 'consumerLog' | 'consumerLimits' | 'providers' | 'input'>,
  all: RunTotals,
  requestsOf: (groups: readonly GroupLog[]) => RequestTotals,
): (readonly [string, RunTotals])[] {
  if (consumerLog === undefined) return [];
  return consumerNames(input.scenario).map((name, index) => {
    const log = consumerLog.consumers[index];
    const features = {
      ...(consumerLimits?.countTokens === true ? { tokenOvershoot: consumerLimits.overshootOfConsumers[index] } : {}),
      ...(providers.length === 0 ? {} : { providerCost: sumOf(providers, index) }),
      ...(consumerLimits?.countsUsd === true ? { budgetSpent: consumerLimits.usdOfConsumers[index] } : {}),
    };
    return [name, { ...all, ...timesOf(log, input.scenario), requests: requestsOf([log.requests]), features }];
  });
}

function sumOf(providers: Assembly['providers'], consumer: number): number {
  return providers.reduce((sum, { provider }) => sum + provider.usdOfConsumers[consumer], 0);
}

function timesOf(
  { requests, tokens }: OneConsumerLog,
  scenario: Scenario,
): Pick<RunTotals, 'latency' | 'completedLatency' | 'tokens'> {
  const { completedLatency, failedLatency } = requests;
  const latency = new Histogram();
  latency.merge(completedLatency);
  latency.merge(failedLatency);
  // What servers did is nobody's own: no measure of a consumer asks for it.
  const quality = qualityTotals(scenario, [tokens]);
  return { latency, completedLatency, tokens: { ...tokens, servers: undefined, quality } };
}
