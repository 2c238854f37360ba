import { expect, it } from 'vitest';
import { ProblemError } from '../../../src/base/problem.js';
import { standardAllowance } from '../../../src/engine/limits/allowance.js';
import { rejectTooMuch } from '../../../src/run/limits/index.js';
import { planRun } from '../../../src/run/limits/limit.js';
import { parseScenario } from '../../../src/scenario/load.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';

/** A chain of five layers, each called `count` times and tried `attempts` times, for 1,000 requests. */
function problemsOf(count: number, attempts: number): readonly { readonly code: string; readonly what: string }[] {
  const layers = ['a', 'b', 'c', 'd', 'e'];
  const scenario = parseScenario({
    name: 'chain',
    duration: '100s',
    traffic: { users: { executor: 'constant-arrival-rate', rate: 10, request: 'a' } },
    requests: Object.fromEntries(
      layers.map((name, layer) => [
        name,
        { route: 'web', io: '1ms', ...(layer < 4 ? { calls: [{ request: layers[layer + 1], count }] } : {}) },
      ]),
    ),
    services: { web: { scaling: {} } },
    gateway: { retries: { attempts } },
  } as ScenarioInput);
  try {
    rejectTooMuch(planRun({ scenario, folder: '.', candidates: [] }), { ...standardAllowance, requestCount: 100_000 });
    return [];
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
}

it('refuses a graph that multiplies beyond the requests allowed, with the number and the way', () => {
  // 3 + 9 + 27 + 81 calls a request.
  expect(problemsOf(3, 1)).toMatchObject([{ code: 'too-many-calls' }]);
  expect(problemsOf(3, 1)[0].what).toContain('120,000 calls along a -> b -> c -> d -> e (120 calls a request');
  // One call a layer, but 4 tries in each of 5: 4 x (4 + 16 + 64 + 256) = 1,360 tries, a tenth of them.
  expect(problemsOf(1, 4)[0].what).toContain(
    '136,000 calls along a -> b -> c -> d -> e (4 calls a request, 1,360 tries',
  );
  expect(problemsOf(2, 1)).toEqual([]);
  expect(problemsOf(1, 3)).toEqual([]);
});

it('counts the turns of agents as requests, and their tools as calls', () => {
  const problems = (perTurn: number, turns: number) => {
    const agent = { turns, contextStart: 100, contextGrowth: 10, output: 5, tools: { perTurn, request: 'tool' } };
    const scenario = parseScenario({
      name: 'agents',
      duration: '100s',
      traffic: { work: { executor: 'constant-arrival-rate', rate: 10, request: 'task' } },
      requests: { task: { route: 'web', agent }, tool: { route: 'tools', io: '1ms' } },
      models: { small: { step: { base: '10ms' }, kvTokens: 100_000 } },
      services: { web: { instance: { model: 'small' }, scaling: {} }, tools: { scaling: {} } },
    } as unknown as ScenarioInput); // safe: parseScenario checks it
    try {
      rejectTooMuch(planRun({ scenario, folder: '.', candidates: [] }), {
        ...standardAllowance,
        requestCount: 100_000,
      });
      return [];
    } catch (error) {
      if (error instanceof ProblemError) return error.problems.map(({ code, where }) => [code, where.path]);
      throw error;
    }
  };
  // 1,000 tasks of 30 turns, of which 29 are followed by tools: 87,000 calls, or 116,000.
  expect(problems(3, 30)).toEqual([]);
  expect(problems(4, 30)).toEqual([['too-many-calls', 'requests.task.agent.tools']]);
  expect(problems(0.1, 101)).toEqual([['too-many-requests', 'traffic']]);
});
