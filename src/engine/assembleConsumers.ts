import { ConsumerLimits } from '../gateway/ai/consumers/consumerLimits.js';
import type { Clock } from '../kernel/clock.js';
import { limitsConsumers } from '../scenario/consumersIn.js';
import type { Scenario } from '../scenario/schema.js';
import type { RequestTable } from '../traffic/requestTable.js';
import { longestAnswer } from '../traffic/tokens.js';
import { classesOf } from './traffic.js';

interface ConsumersParts {
  readonly clock: Clock;
  readonly requests: RequestTable;
}

/** What holds consumers to their limits, over all services; undefined where no consumer that asks has one. */
export function assembleConsumers(scenario: Scenario, { clock, requests }: ConsumersParts): ConsumerLimits | undefined {
  if (!limitsConsumers(scenario)) return undefined;
  const serviceCount = Object.keys(scenario.services).length;
  const longestAnswers = classesOf(scenario).flatMap((name) => {
    const own = scenario.requests[name];
    const longest = own.outputTokens === undefined ? 0 : longestAnswer(own);
    return Array.from({ length: serviceCount }, () => longest);
  });
  return new ConsumerLimits({
    clock,
    requests,
    consumers: Object.values(scenario.ai?.consumers ?? {}),
    limit: scenario.ai?.limit,
    longestAnswers: Float64Array.from(longestAnswers),
    serviceCount,
    fromSeconds: scenario.warmup,
  });
}
