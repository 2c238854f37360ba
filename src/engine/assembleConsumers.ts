import { ConsumerLimits, type TokenPrice } from '../gateway/ai/consumers/consumerLimits.js';
import type { Clock } from '../kernel/clock.js';
import { calendarStartOf } from '../scenario/calendarStart.js';
import { hasBudgets, limitsConsumers } from '../scenario/consumersIn.js';
import { targetNames } from '../scenario/routeTargets.js';
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
  return new ConsumerLimits({
    clock,
    requests,
    consumers: Object.values(scenario.ai?.consumers ?? {}),
    limit: scenario.ai?.limit,
    longestAnswers: longestAnswersOf(scenario),
    prices: pricesOf(scenario),
    startSeconds: hasBudgets(scenario) ? calendarStartOf(scenario, scenarioFolder).seconds : 0,
    fromSeconds: scenario.warmup,
  });
}

/** [group] tokens at which its answers are cut; 0 where its requests bring no tokens */
export function longestAnswersOf(scenario: Scenario): Float64Array {
  const targets = targetNames(scenario);
  const longest = classesOf(scenario).flatMap((name) => {
    const own = firstTurnOf(scenario.requests[name]);
    const tokens = own.outputTokens === undefined ? 0 : longestAnswer(own);
    return targets.map(() => tokens);
  });
  return Float64Array.from(longest);
}

/** [service], and behind them [provider], which says itself what it bills. */
function pricesOf({ services, models = {}, ai }: Scenario): TokenPrice[] {
  const ofServices = Object.values(services).map(({ instance }) => {
    const { input = 0, output = 0 } = models[instance.model ?? '']?.pricePerMillion ?? {};
    return { prompt: input / 1e6, output: output / 1e6 };
  });
  return [...ofServices, ...Object.keys(ai?.providers ?? {}).map(() => ({ prompt: 0, output: 0 }))];
}
