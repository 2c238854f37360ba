import { ConsumerLimits, type TokenPrice } from '../gateway/ai/consumers/consumerLimits.js';
import type { Clock } from '../kernel/clock.js';
import { calendarStartOf } from '../scenario/calendarStart.js';
import { hasBudgets, limitsConsumers } from '../scenario/consumersIn.js';
import type { Scenario } from '../scenario/schema.js';
import type { RequestTable } from '../traffic/requestTable.js';
import { firstTurnOf } from '../traffic/sessions/settings.js';
import { longestAnswer } from '../traffic/tokens.js';
import type { RunInput } from './runInput.js';
import { classesOf } from './traffic.js';

interface ConsumersParts {
  readonly clock: Clock;
  readonly requests: RequestTable;
}

/** What holds consumers to their limits, over all services; undefined where no consumer that asks has one. */
export function assembleConsumers(
  { scenario, scenarioFolder }: Pick<RunInput, 'scenario' | 'scenarioFolder'>,
  { clock, requests }: ConsumersParts,
): ConsumerLimits | undefined {
  if (!limitsConsumers(scenario)) return undefined;
  const prices = pricesOf(scenario);
  const longestAnswers = classesOf(scenario).flatMap((name) => {
    const own = firstTurnOf(scenario.requests[name]);
    const longest = own.outputTokens === undefined ? 0 : longestAnswer(own);
    return prices.map(() => longest);
  });
  return new ConsumerLimits({
    clock,
    requests,
    consumers: Object.values(scenario.ai?.consumers ?? {}),
    limit: scenario.ai?.limit,
    longestAnswers: Float64Array.from(longestAnswers),
    prices,
    startSeconds: hasBudgets(scenario) ? calendarStartOf(scenario, scenarioFolder).seconds : 0,
    fromSeconds: scenario.warmup,
  });
}

/** [service] */
function pricesOf({ services, models = {} }: Scenario): TokenPrice[] {
  return Object.values(services).map(({ instance }) => {
    const { input = 0, output = 0 } = models[instance.model ?? '']?.pricePerMillion ?? {};
    return { prompt: input / 1e6, output: output / 1e6 };
  });
}
