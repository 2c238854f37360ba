import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../src/base/problem.js';
import { encodeScenario } from '../../src/scenario/encodeScenario.js';
import { parseScenario } from '../../src/scenario/load.js';
import { checkRules } from '../../src/scenario/rules.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';

interface Parts {
  readonly chat?: object;
  readonly ai?: object | undefined;
  readonly rest?: object;
}

const tokens = { promptTokens: 500, outputTokens: 200 };
const team = { consumers: { team: { tokensPerMinute: 9000 } } };

const scenarioOf = ({ chat = { consumer: 'team' }, ai = team, rest = {} }: Parts) =>
  ({
    name: 'consumers',
    duration: '1m',
    traffic: { chat: { executor: 'constant-arrival-rate', rate: 1, request: 'chat' } },
    requests: { chat: { route: 'web', ...tokens, ...chat } },
    models: { large: { preset: 'llama-2-70b-h100x4' } },
    services: { web: { instance: { model: 'large' }, scaling: { min: 1, max: 2 } } },
    ai,
    ...rest,
  }) as unknown as ScenarioInput;

/** Code and place of each problem, and what it says. */
function problemsOf(parts: Parts): string[] {
  try {
    const scenario = parseScenario(scenarioOf(parts));
    return checkRules(scenario).map(({ code, path, what }) => `${code} ${path.join('.')} ${what}`);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems.map(({ code, where, what, fix }) => `${code} ${where.path} ${what} ${fix}`);
  }
}

const page = { route: 'front', cpu: '1ms', calls: [{ request: 'chat' }] };
const front = { instance: {}, scaling: { min: 1, max: 2 } };

describe('consumers in a scenario', () => {
  it.each<readonly [string, Parts, string, string]>([
    [
      'one that is not there',
      { chat: { consumer: 'taem' } },
      'unknown-consumer requests.chat.consumer',
      'Did you mean "team"',
    ],
    [
      'one of several that is not there',
      { chat: { consumer: { team: 1, other: 1 } } },
      'unknown-consumer requests.chat.consumer.other',
      '"other" is not one of `ai.consumers`',
    ],
    ['none at all', { ai: {} }, 'unknown-consumer requests.chat.consumer', 'add `ai: { consumers: { team: {} } }`'],
    [
      'none with a weight',
      { chat: { consumer: { team: 0 } } },
      'no-weight requests.chat.consumer',
      'no weight above 0',
    ],
    [
      'a limit of 0 tokens',
      { ai: { consumers: { team: { tokensPerMinute: 0 } } } },
      'out-of-range ai.consumers.team.tokensPerMinute',
      'is 0',
    ],
    [
      'a limit of 0 requests',
      { ai: { consumers: { team: { requestsPerMinute: 0 } } } },
      'out-of-range ai.consumers.team.requestsPerMinute',
      'is 0',
    ],
    [
      'an unknown algorithm',
      { ai: { ...team, limit: { algorithm: 'gcr' } } },
      'unknown-variant ai.limit.algorithm',
      'gcra',
    ],
    [
      'how to limit, and nobody',
      { chat: {}, ai: { limit: {} } },
      'limit-without-consumers ai.limit',
      'add `ai.consumers`',
    ],
    ['a bad name', { chat: {}, ai: { consumers: { 'a.b': {} } } }, 'bad-name ai.consumers.a.b', 'a name may not have'],
    [
      'a budget of 0',
      { ai: { consumers: { team: { budgetUsdPerDay: 0 } } } },
      'out-of-range ai.consumers.team.budgetUsdPerDay',
      'is 0',
    ],
    [
      'an unknown tier',
      { chat: { consumer: 'team', tier: 'hihg' }, ai: { ...team, tiers: { high: {} } } },
      'unknown-tier requests.chat.tier',
      'Did you mean "high"',
    ],
    [
      'a tier where there are none',
      { chat: { consumer: 'team', tier: 'high' } },
      'unknown-tier requests.chat.tier',
      'add `ai: { tiers:',
    ],
    ['a saturation of 0', { ai: { ...team, saturation: { queue: 0 } } }, 'out-of-range ai.saturation.queue', 'is 0'],
    [
      'one in a class that is only called',
      {
        rest: {
          traffic: { load: { executor: 'constant-arrival-rate', rate: 1, request: 'page' } },
          requests: { page, chat: { route: 'web', ...tokens, consumer: 'team' } },
          services: { web: { instance: { model: 'large' }, scaling: { min: 1, max: 2 } }, front },
        },
      },
      'consumer-of-calls requests.chat.consumer',
      'only called',
    ],
  ])('refuses %s', (_, parts, place, words) => {
    const problems = problemsOf(parts).join('\n');
    expect(problems).toContain(place);
    expect(problems).toContain(words);
  });

  it.each<readonly [string, Parts, string, string]>([
    ['a consumer that nobody is', { chat: {} }, 'no-effect ai.consumers.team', 'no requests are of team'],
    [
      'tokens where nothing has some',
      { rest: { requests: { chat: { route: 'front', cpu: '1ms', consumer: 'team' } }, services: { front } } },
      'no-effect ai.consumers.team.tokensPerMinute',
      'no request of team goes to a model server',
    ],
    [
      'a tier that nobody has',
      { ai: { ...team, tiers: { high: {} } } },
      'no-effect ai.tiers.high',
      'no requests are of high',
    ],
    [
      'priorities that nothing looks at',
      { chat: { consumer: 'team', tier: 'high' }, ai: { ...team, tiers: { high: { priority: 2 } } } },
      'no-effect ai.tiers.high.priority',
      'nothing is served by priority',
    ],
    [
      'a sheddable tier that no model server sees',
      {
        ai: { tiers: { low: { sheddable: true } } },
        rest: {
          requests: { chat: { route: 'front', cpu: '1ms', tier: 'low' } },
          services: { front },
        },
      },
      'no-effect ai.tiers.low.sheddable',
      'no request of low goes to a model server',
    ],
    [
      'saturation that sheds nobody',
      { ai: { ...team, saturation: {} } },
      'no-effect ai.saturation',
      'no request is of a sheddable tier',
    ],
    [
      'a budget that nothing is counted against',
      { ai: { consumers: { team: { budgetUsdPerDay: 5 } } } },
      'no-effect ai.consumers.team.budgetUsdPerDay',
      'nothing that team asks for has a price',
    ],
    [
      'a price that nothing is counted by',
      { rest: { models: { large: { preset: 'llama-2-70b-h100x4', pricePerMillion: { input: 1 } } } } },
      'no-effect models.large.pricePerMillion',
      'no consumer has a budget',
    ],
    [
      'how to limit without a limit',
      { ai: { consumers: { team: {} }, limit: {} } },
      'no-effect ai.limit',
      'no consumer that asks',
    ],
    [
      'prompts that are never let in',
      { ai: { consumers: { team: { tokensPerMinute: 650 } }, limit: { charge: 'estimate' } } },
      'never-admitted ai.consumers.team.tokensPerMinute',
      'every request of chat',
    ],
    [
      'some of them',
      {
        chat: { consumer: 'team', promptTokens: { uniform: { min: 100, max: 1100 } } },
        ai: { consumers: { team: { tokensPerMinute: 1000 } }, limit: { charge: 'estimate' } },
      },
      'never-admitted ai.consumers.team.tokensPerMinute',
      '30 % of the requests of chat',
    ],
  ])('warns of %s', (_, parts, place, words) => {
    const found = problemsOf(parts);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(place);
    expect(found[0]).toContain(words);
  });

  it.each<readonly [string, Parts]>([
    [
      'a tier that is shed',
      { chat: { consumer: 'team', tier: 'low' }, ai: { ...team, tiers: { low: { sheddable: true } }, saturation: {} } },
    ],
    ['a limit with its consumer', {}],
    [
      'a prompt that a minute holds',
      { ai: { consumers: { team: { tokensPerMinute: 700 } }, limit: { charge: 'estimate' } } },
    ],
    ['a prompt that it does not, taken afterwards', { ai: { consumers: { team: { tokensPerMinute: 10 } } } }],
    [
      'the one of a page whose calls bring tokens',
      {
        rest: {
          traffic: { load: { executor: 'constant-arrival-rate', rate: 1, request: 'page' } },
          requests: { page: { ...page, consumer: 'team' }, chat: { route: 'web', ...tokens } },
          services: { web: { instance: { model: 'large' }, scaling: { min: 1, max: 2 } }, front },
        },
      },
    ],
  ])('has nothing against %s', (_, parts) => {
    expect(problemsOf(parts)).toEqual([]);
  });

  it('stay what they are when written and read again', () => {
    const scenario = parseScenario(scenarioOf({ ai: { ...team, limit: { algorithm: 'gcra', charge: 'estimate' } } }));
    expect(parseScenario(encodeScenario(scenario) as ScenarioInput)).toEqual(scenario);
  });
});
