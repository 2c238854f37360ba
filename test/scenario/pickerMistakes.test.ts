import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../src/base/problem.js';
import { parseScenario } from '../../src/scenario/load.js';
import { checkRules } from '../../src/scenario/rules.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';

const picker = { scorers: { queue: 2, prefix: 3, kv: 1 } };
const llama = { instance: { model: 'llama' }, scaling: { min: 1, max: 2 } };

/** Code and place of what is said of a scenario with a picker. */
function saidOf(rest: object, request: object = { prefix: { groups: 5, tokens: 200 } }): string[] {
  const input = {
    name: 'picked',
    duration: '1m',
    traffic: { chat: { executor: 'constant-arrival-rate', rate: 1 } },
    requests: { chat: { route: 'llama', promptTokens: 500, outputTokens: 200, ...request } },
    models: { llama: { preset: 'llama-2-70b-h100x4' } },
    services: { llama },
    ai: { picker },
    ...rest,
  } as unknown as ScenarioInput;
  try {
    return checkRules(parseScenario(input)).map(({ code, path, isWarning = false }) =>
      [isWarning ? 'warning' : 'problem', code, path.join('.')].join(' '),
    );
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems.map(({ code, where }) => `problem ${code} ${where.path}`);
  }
}

const without = { ai: { picker: { scorers: { queue: 1 } } } };

describe('a picker in a scenario', () => {
  it('is fine beside what it goes by', () => {
    expect(saidOf({})).toEqual([]);
    expect(saidOf(without, {})).toEqual([]);
  });

  it.each<readonly [string, object, string]>([
    ['no weight', { ai: { picker: { scorers: {} } } }, 'problem bad-value ai.picker.scorers'],
    [
      'a weight below 0',
      { ai: { picker: { scorers: { queue: -1 } } } },
      'problem out-of-range ai.picker.scorers.queue',
    ],
    ['an unknown scorer', { ai: { picker: { scorers: { load: 1 } } } }, 'problem unknown-key ai.picker.scorers.load'],
    ['a look at no time', { ai: { picker: { ...picker, refresh: '0s' } } }, 'problem bad-duration ai.picker.refresh'],
    [
      'a balancer of its own',
      { services: { llama: { ...llama, gateway: { balancer: 'random' } } } },
      'warning no-effect services.llama.gateway.balancer',
    ],
    ['a balancer for nobody', { gateway: { balancer: 'least-requests' } }, 'warning no-effect gateway.balancer'],
    [
      'a slow start',
      { gateway: { balancer: 'weighted-round-robin', slowStart: {} } },
      'warning no-effect gateway.slowStart',
    ],
  ])('%s', (_name, rest, expected) => {
    expect(saidOf(rest)).toContain(expected);
  });

  it('a scorer that never scores, and a picker without servers', () => {
    expect(saidOf({}, {})).toEqual(['warning no-effect ai.picker.scorers.prefix']);
    const web = {
      requests: { chat: { route: 'llama', cpu: '1ms' } },
      services: { llama: { scaling: { min: 1, max: 2 } } },
      models: undefined,
    };
    expect(saidOf(web, {})).toEqual(['problem picker-without-models ai.picker']);
  });
});
