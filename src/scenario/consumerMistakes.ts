import { suggestion } from '../base/nearest.js';
import { usualLimit } from '../gateway/ai/consumers/settings.js';
import { weightsOfConsumers } from '../traffic/consumer.js';
import { firstTurnOf } from '../traffic/sessions/settings.js';
import { longestAnswer, shareWithin } from '../traffic/tokens.js';
import { calledClasses } from './callGraph.js';
import { hasBudgets, hasConsumers, hasRates } from './consumersIn.js';
import type { Finding } from './finding.js';
import { isProvider, reachedTargets } from './routeTargets.js';
import type { Scenario } from './schema.js';

/** Consumers that nobody is or that nobody knows, and limits that hold nobody, or hold back all. */
export function consumerMistakes(scenario: Scenario): Finding[] {
  return [
    ...Object.keys(scenario.requests).flatMap((name) => ofClass(scenario, name)),
    ...Object.keys(scenario.ai?.consumers ?? {}).flatMap((name) => ofConsumer(scenario, name)),
    ...withoutLimits(scenario),
    ...neverAdmitted(scenario),
    ...unseenPrices(scenario),
  ];
}

function ofClass(scenario: Scenario, name: string): Finding[] {
  const { consumer } = scenario.requests[name];
  if (consumer === undefined) return [];
  const known = Object.keys(scenario.ai?.consumers ?? {});
  const path = ['requests', name, 'consumer'];
  const weights = weightsOfConsumers(consumer);
  const unknown = Object.keys(weights).filter((one) => !known.includes(one));
  if (unknown.length > 0) {
    return unknown.map((one) => ({
      code: 'unknown-consumer',
      path: typeof consumer === 'string' ? path : [...path, one],
      what: `"${one}" is not one of \`ai.consumers\``,
      why: 'What a consumer may take is written there; {} is no limit.',
      fix: known.length === 0 ? `add \`ai: { consumers: { ${one}: {} } }\`.` : suggestion(one, known),
    }));
  }
  if (Object.values(weights).every((weight) => weight === 0)) {
    return [
      {
        code: 'no-weight',
        path,
        what: 'has no weight above 0',
        why: 'Nobody would ask.',
        fix: 'give at least one consumer a weight.',
      },
    ];
  }
  if (sentClasses(scenario).includes(name) || !calledClasses(scenario.requests, sentClasses(scenario)).includes(name))
    return [];
  return [
    {
      code: 'consumer-of-calls',
      path,
      what: 'stands in a class that is only called',
      why: 'A call is of the consumer whose request makes it.',
      fix: 'write it in the class that a source sends.',
    },
  ];
}

/** Classes that sources send. */
export function sentClasses({ traffic, requests }: Scenario): string[] {
  return Object.values(traffic).map(({ request }) => request ?? Object.keys(requests)[0]);
}

/** Classes of requests that count for a consumer: its own, and those that they call. */
function classesOfConsumer({ requests }: Scenario, consumer: string): string[] {
  const own = Object.keys(requests).filter(
    (name) => (weightsOfConsumers(requests[name].consumer ?? {})[consumer] ?? 0) > 0,
  );
  return [...own, ...calledClasses(requests, own)];
}

function ofConsumer(scenario: Scenario, name: string): Finding[] {
  const classes = classesOfConsumer(scenario, name);
  const path = ['ai', 'consumers', name];
  if (classes.length === 0) {
    return [
      {
        code: 'no-effect',
        path,
        what: `no requests are of ${name}`,
        why: 'Its limits hold nobody, and the report says nothing of it.',
        fix: `add \`consumer: ${name}\` to a request class, or remove it.`,
        isWarning: true,
      },
    ];
  }
  const unpriced = withoutPrice(scenario, name, classes);
  if (unpriced.length > 0) return unpriced;
  const bringTokens = classes.some((one) => firstTurnOf(scenario.requests[one]).outputTokens !== undefined);
  if (scenario.ai?.consumers?.[name].tokensPerMinute === undefined || bringTokens) return [];
  return [
    {
      code: 'no-effect',
      path: [...path, 'tokensPerMinute'],
      what: `has no effect: no request of ${name} goes to a model server`,
      why: 'Only prompts and answers have tokens.',
      fix: 'use `requestsPerMinute`, or give its classes promptTokens and outputTokens.',
      isWarning: true,
    },
  ];
}

/** A budget that nothing is counted against. */
function withoutPrice(scenario: Scenario, name: string, classes: readonly string[]): Finding[] {
  const { services, models = {}, ai } = scenario;
  if (ai?.consumers?.[name].budgetUsdPerDay === undefined) return [];
  const targets = classes.flatMap((one) => reachedTargets(scenario, one));
  const arePriced = targets.some((target) => {
    if (isProvider(scenario, target)) return true;
    const { input = 0, output = 0 } = models[services[target]?.instance.model ?? '']?.pricePerMillion ?? {};
    return input + output > 0;
  });
  if (arePriced) return [];
  return [
    {
      code: 'no-effect',
      path: ['ai', 'consumers', name, 'budgetUsdPerDay'],
      what: `has no effect: nothing that ${name} asks for has a price`,
      why: 'Tokens of a model without `pricePerMillion` cost nothing.',
      fix: 'add `pricePerMillion: { input: 0.6, output: 2.4 }` to the model, or remove it.',
      isWarning: true,
    },
  ];
}

function unseenPrices(scenario: Scenario): Finding[] {
  if (hasBudgets(scenario)) return [];
  return Object.entries(scenario.models ?? {}).flatMap(([name, { pricePerMillion }]) =>
    pricePerMillion === undefined
      ? []
      : [
          {
            code: 'no-effect',
            path: ['models', name, 'pricePerMillion'],
            what: 'has no effect: no consumer has a budget',
            why: 'Only budgets count by it; what instances cost is their `price`.',
            fix: 'add `budgetUsdPerDay` to a consumer, or remove it.',
            isWarning: true,
          },
        ],
  );
}

function withoutLimits(scenario: Scenario): Finding[] {
  if (scenario.ai?.limit === undefined || (hasConsumers(scenario) && hasRates(scenario))) return [];
  const finding = {
    path: ['ai', 'limit'],
    why: 'It says how limits are counted: tokensPerMinute and requestsPerMinute of consumers.',
  };
  if (scenario.ai.consumers === undefined)
    return [
      {
        ...finding,
        code: 'limit-without-consumers',
        what: 'stands without `consumers`',
        fix: 'add `ai.consumers`, or remove it.',
      },
    ];
  return [
    {
      ...finding,
      code: 'no-effect',
      what: 'has no effect: no consumer that asks has a limit',
      fix: 'give one a limit, or remove it.',
      isWarning: true,
    },
  ];
}

/** With `estimate` a try needs its prompt and the longest answer at once. */
function neverAdmitted(scenario: Scenario): Finding[] {
  const { consumers = {}, limit = usualLimit } = scenario.ai ?? {};
  if (limit.charge !== 'estimate') return [];
  return Object.entries(consumers).flatMap(([consumer, { tokensPerMinute = Number.POSITIVE_INFINITY }]) =>
    classesOfConsumer(scenario, consumer).flatMap((name): Finding[] => {
      const own = firstTurnOf(scenario.requests[name]);
      if (own.promptTokens === undefined || own.outputTokens === undefined) return [];
      const longest = longestAnswer(own);
      const share = longest >= tokensPerMinute ? 1 : 1 - shareWithin(own.promptTokens, tokensPerMinute - longest);
      if (share < 0.005) return [];
      const which = share > 0.995 ? 'every request' : `${Math.round(share * 100)} % of the requests`;
      return [
        {
          code: 'never-admitted',
          path: ['ai', 'consumers', consumer, 'tokensPerMinute'],
          what: `is ${tokensPerMinute}, and ${which} of ${name} would take more: a prompt and ${longest} tokens for its answer`,
          why: "With `charge: estimate` a request is let in when that much of one minute's allowance is left: these are answered 429 whenever they come.",
          fix: `raise it, lower requests.${name}.maxOutputTokens, or use \`charge: after\`.`,
          isWarning: true,
        },
      ];
    }),
  );
}
