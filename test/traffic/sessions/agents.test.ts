import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { anyModelScenario, anyProviderScenario, anyRoutedScenario } from '../../support/anyModelScenario.js';
import type { EventLine } from '../../support/auditEvents.js';
import { played, sessionScenario, turnOf } from '../../support/sessionRuns.js';

const of = (lines: readonly EventLine[], kind: string) => lines.filter((line) => line.kind === kind);

const agent = { turns: 3, contextStart: 1_000, contextGrowth: 200, output: 50 };

/** One task, whose tools take two seconds each, one after the other at a service of one slot. */
const taskScenario = (tools: object, part: object = {}): ScenarioInput =>
  sessionScenario({
    requests: { task: { route: 'web', agent: { ...agent, tools } }, tool: { route: 'tools', io: '2s' } },
    traffic: {
      work: { executor: 'constant-arrival-rate', rate: 1, timeUnit: '100s', arrivals: 'even', request: 'task' },
    },
    services: {
      web: { instance: { model: 'plain', price: 1 }, scaling: { min: 1, max: 1 } },
      tools: { instance: { concurrency: 8 }, scaling: { min: 1, max: 1 } },
    },
    ...part,
  });

describe('a task of an agent', () => {
  // A turn takes 50 iterations of 10 ms, and 0.1 ms for each token of its prompt that no server has: 1,000, then of 1,200
  // all but 65 blocks of the 1,050 before, and of 1,400 all but 78 of the 1,250 before.
  const turns = [0.6, 0.516, 0.5152];
  it.each([
    ['at once', { perTurn: 2, request: 'tool' }, 2],
    ['one after the other', { perTurn: 2, request: 'tool', parallel: false }, 4],
    ['once', { perTurn: 1, request: 'tool' }, 2],
    ['never', { perTurn: 0, request: 'tool' }, 0],
  ])('that uses its tools %s waits for them between its turns', (_, tools, seconds) => {
    const { lines, result } = played(taskScenario(tools));
    const arrivals = of(lines, 'try').filter(({ class: name }) => name === 'task');
    const expected = [0, turns[0] + seconds, turns[0] + turns[1] + 2 * seconds];
    expect(arrivals).toHaveLength(3);
    for (const [turn, { arrival_s }] of arrivals.entries()) expect(Number(arrival_s)).toBeCloseTo(expected[turn], 9);
    expect(of(lines, 'begin').flatMap(({ prompt_tokens }) => prompt_tokens ?? [])).toEqual([1_000, 1_200, 1_400]);
    expect(result.measures.task_time_mean_s).toBeCloseTo(expected[2] + turns[2], 9);
    expect(result.measures).toMatchObject({
      tasks: 1,
      tasks_done: 1,
      tasks_failed: 0,
      turns: 3,
      carried_tokens: 1_050 + 1_250,
      requests_offered: 3,
      calls: tools.perTurn * 2,
    });
    expect(result.measures.prefix_hit_ratio).toBeCloseTo((1_040 + 1_248) / 3_600, 12);
    expect(result.measures.cost_per_task_usd).toBeCloseTo(Number(result.measures.cost_usd), 12);
    expect(result.measures.sessions).toBeUndefined();
  });

  it('goes on when a tool fails', () => {
    const faults = [{ kind: 'errors', service: 'tools', at: '0s', for: '90s', rate: 1 }];
    const { result } = played(taskScenario({ perTurn: 1, request: 'tool' }, { faults }));
    expect(result.measures).toMatchObject({ tasks_done: 1, tasks_failed: 0 });
    expect(result.callGraph?.edges).toMatchObject([
      { from: 'web', fromClass: 'task', to: 'tools', toClass: 'tool', calls: 2, ended: 2, failed: 2, forgotten: 0 },
    ]);
  });

  it('has a fraction of a tool by chance, the same under every policy', () => {
    const traffic = { work: { executor: 'constant-arrival-rate', rate: 1, request: 'task' } };
    const services = {
      web: { instance: { model: 'plain' }, scaling: { min: 1, max: 9 } },
      tools: { instance: { concurrency: 100 }, scaling: { min: 1, max: 1, policy: 'none' } },
    };
    const input = taskScenario({ perTurn: 1.2, request: 'tool' }, { traffic, services });
    const toolsOf = (count: number) => {
      const told = new Map<string, number>();
      for (const line of of(played(input, { web: { kind: 'static', count } }).lines, 'try')) {
        const [request, isTool] = String(line.request).split('/');
        told.set(request, (told.get(request) ?? 0) + (isTool === undefined ? 0 : 1));
      }
      return told;
    };
    const [few, many] = [toolsOf(1), toolsOf(4)];
    const common = [...many].filter(([request]) => few.has(request) && turnOf(request)?.[1] === 0);
    expect(common.length).toBeGreaterThan(50);
    const late = common.filter(([request, count]) => count > 0 && (few.get(request) ?? 0) > 0);
    for (const [request, count] of late) expect(few.get(request)).toBe(count);
    const mean = late.reduce((sum, [, count]) => sum + count, 0) / late.length;
    expect(mean).toBeGreaterThan(1.05);
    expect(mean).toBeLessThan(1.4);
  });
});

/** Agents of an open source, with what else may befall requests to models and to tools. */
const anyAgents: fc.Arbitrary<ScenarioInput> = fc
  .record({
    base: fc.oneof(anyModelScenario, anyRoutedScenario, anyProviderScenario),
    parallel: fc.boolean(),
    perTurn: fc.constantFrom(0.4, 1.2, 2),
    tools: fc.constantFrom({ concurrency: 2 }, { concurrency: 4, queue: 1 }, { concurrency: 50 }),
    errorRate: fc.constantFrom(0, 0.2),
  })
  .map(({ base, parallel, perTurn, tools, errorRate }) => {
    const { prefix: _, promptTokens: __, outputTokens: ___, ...chat } = base.requests.chat;
    const load = { executor: 'constant-arrival-rate', rate: 3, request: 'chat' };
    const growth = { turns: { uniform: { min: 1, max: 6 } }, contextStart: 100, contextGrowth: 60, output: 20 };
    return {
      ...base,
      traffic: { ...base.traffic, load },
      faults: (base.faults ?? []).map((fault) => ({ ...fault, service: 'web' })),
      requests: {
        ...base.requests,
        chat: { ...chat, agent: { ...growth, tools: { perTurn, request: 'tool', parallel } } },
        tool: { route: 'tools', io: { exponential: { mean: '300ms' } }, errorRate, calls: [{ request: 'leaf' }] },
        leaf: { route: 'tools', io: '20ms' },
      },
      services: { ...base.services, tools: { instance: tools, scaling: { min: 1, max: 1 } } },
    } as unknown as ScenarioInput; // safe: parseScenario checks it
  });

describe('any agents', { tags: ['ci'] }, () => {
  it('conserve requests, and send each turn with the end of the last tool before it', () => {
    fc.assert(
      fc.property(anyAgents, (input) => {
        const { lines, result } = played(input);
        const ends = new Map<string, number>();
        const ended = ['completed', 'failed', 'rejected', 'timed_out', 'abandoned', 'aborted', 'rate_limited'];
        // Tools call on, and may be given up before that is over.
        const leaves = new Set(of(lines, 'try').flatMap((line) => (line.class === 'leaf' ? [line.request] : [])));
        for (const { kind, request, time_s } of lines) {
          const [name] = String(request).split('/');
          if (!ended.includes(kind) || leaves.has(request)) continue;
          // The client of one that is turned away knows it a millisecond later.
          const seconds = ['rejected', 'rate_limited'].includes(kind) ? time_s + 0.001 : time_s;
          ends.set(name, Math.max(ends.get(name) ?? 0, seconds));
        }
        for (const { kind, request, try: number, arrival_s, hedge } of lines) {
          const [session, turn] = turnOf(request) ?? ['', 0];
          if (kind !== 'try' || number !== 1 || hedge === true || turn === 0) continue;
          expect(Number(arrival_s)).toBeCloseTo(ends.get(`${session}-${turn - 1}`) ?? Number.NaN, 9);
        }
        expect(played(input).result).toEqual(result);
      }),
      { numRuns: 6 },
    );
  });
});
