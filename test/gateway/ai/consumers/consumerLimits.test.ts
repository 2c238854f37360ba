import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { algorithms } from '../../../../src/gateway/ai/consumers/algorithms/index.js';
import { consumerMeasures } from '../../../../src/results/measures/index.js';
import type { RunResult } from '../../../../src/results/runResult.js';
import type { ScenarioInput } from '../../../../src/scenario/schema.js';
import { anyModelScenario, smallModel } from '../../../support/anyModelScenario.js';
import { runWithLua } from '../../../support/runWithLua.js';

const names = algorithms.map(({ name }) => name);
const minutes = 10;

/** Two requests a second, evenly, of 100 + 50 tokens at a server that is never full; all of one consumer. */
const steady = (consumers: object, limit: object = {}, chat: object = {}): ScenarioInput =>
  ({
    name: 'steady',
    duration: `${minutes}m`,
    traffic: { load: { executor: 'constant-arrival-rate', rate: 2, arrivals: 'even' } },
    requests: { chat: { route: 'web', promptTokens: 100, outputTokens: 50, consumer: 'team', ...chat } },
    models: { small: { ...smallModel, kvTokens: 100_000 } },
    services: { web: { instance: { model: 'small' }, scaling: { min: 1, max: 1 } } },
    ai: { consumers, limit },
  }) as unknown as ScenarioInput;

const of = ({ measures }: Pick<RunResult, 'measures'>, name: string) => measures[name] ?? 0;
const letIn = (run: RunResult) =>
  of(run, 'consumers.team.requests_offered') - of(run, 'consumers.team.requests_rate_limited');

describe('limits of a consumer', () => {
  it.each(names)('let in so many requests a minute: %s', (algorithm) => {
    const run = runWithLua(steady({ team: { requestsPerMinute: 60 } }, { algorithm }));
    // 1 a second, and the full bucket of 60 that is there at first; by windows 60 in each of the 10.
    const expected = algorithm === 'fixed-window' ? 60 * minutes : 60 * minutes + 60;
    expect(Math.abs(letIn(run) - expected)).toBeLessThanOrEqual(1);
    expect(of(run, 'consumers.team.requests_offered')).toBe(1200);
    expect(run.measures.token_overshoot).toBeUndefined();
  });

  it.each(names)('let in so many tokens a minute, taken first: %s', (algorithm) => {
    const run = runWithLua(steady({ team: { tokensPerMinute: 9000 } }, { algorithm, charge: 'estimate' }));
    const expected = algorithm === 'fixed-window' ? 60 * minutes : 60 * minutes + 60;
    expect(Math.abs(letIn(run) - expected)).toBeLessThanOrEqual(1);
    expect(run.measures.token_overshoot).toBe(0);
  });

  it('takes the longest answer first, and gives back what was not needed', () => {
    // Each holds 100 + 500 tokens for the second or so that it takes, and keeps 150: so nearly as many come through.
    const chat = { maxOutputTokens: 500 };
    const limit = { charge: 'estimate' };
    const held = runWithLua(steady({ team: { tokensPerMinute: 9000 } }, limit, chat));
    const exact = runWithLua(steady({ team: { tokensPerMinute: 9000 } }, limit));
    expect(of(held, 'requests_completed')).toBeLessThanOrEqual(of(exact, 'requests_completed'));
    expect(of(held, 'requests_completed')).toBeGreaterThan(of(exact, 'requests_completed') - 8);
  });

  it('taken afterwards, overshoot by the requests under way', () => {
    const run = runWithLua(steady({ team: { tokensPerMinute: 9000 } }));
    const taken = of(run, 'prompt_tokens') + of(run, 'output_tokens');
    const overshoot = of(run, 'consumers.team.token_overshoot');
    expect(overshoot).toBeGreaterThan(0);
    expect(overshoot).toBe(of(run, 'token_overshoot'));
    expect(taken).toBeGreaterThan(9000 * minutes);
    expect(taken).toBeLessThanOrEqual(9000 * (minutes + 1) + overshoot);
  });

  it('take no tokens of an answer that failed, and count its request', () => {
    const failing = { errorRate: 1 };
    const tokens = runWithLua(steady({ team: { tokensPerMinute: 900 } }, { charge: 'estimate' }, failing));
    // What each holds comes back with its error: only those are refused that find the others inside.
    expect(of(tokens, 'requests_failed')).toBeGreaterThan(700);
    const requests = runWithLua(steady({ team: { requestsPerMinute: 30 } }, {}, failing));
    expect(of(requests, 'requests_failed')).toBeCloseTo(30 * (minutes + 1), -1);
  });

  it('spend so many dollars a day, and again after midnight', () => {
    // 100 x $10 + 50 x $20 a million: $0.002 an answer, so 250 of them; two or three more are under way then.
    const priced = (start: string, chat: object = {}) => {
      const input = steady({ team: { budgetUsdPerDay: 0.5 } }, {}, chat);
      const small = { ...input.models?.small, pricePerMillion: { input: 10, output: 20 } };
      const { limit, ...ai } = input.ai ?? {};
      return runWithLua({ ...input, ai, start, models: { small } } as ScenarioInput);
    };
    const noon = priced('2026-01-05T12:00:00Z');
    expect(letIn(noon)).toBeGreaterThanOrEqual(250);
    expect(letIn(noon)).toBeLessThanOrEqual(256);
    expect(of(noon, 'consumers.team.budget_spent_usd')).toBeCloseTo(0.002 * letIn(noon), 9);
    expect(of(noon, 'budget_spent_usd')).toBe(of(noon, 'consumers.team.budget_spent_usd'));
    const midnight = priced('2026-01-05T23:55:00Z');
    expect(letIn(midnight)).toBe(2 * letIn(noon));
    // What fails costs nothing.
    expect(of(priced('2026-01-05T12:00:00Z', { errorRate: 1 }), 'requests_rate_limited')).toBe(0);
  });

  it('hold one consumer and leave the other alone', () => {
    const chat = { consumer: { team: 0.5, other: 0.5 } };
    const run = runWithLua(steady({ team: { requestsPerMinute: 1 }, other: {} }, {}, chat));
    expect(letIn(run)).toBe(minutes);
    expect(of(run, 'consumers.other.requests_rate_limited')).toBe(0);
    expect(Math.abs(of(run, 'consumers.other.requests_offered') - 600)).toBeLessThan(70);
  });

  it('are those of the request at the top for all that it calls', () => {
    const input = steady({ team: { tokensPerMinute: 4500 } }, { charge: 'estimate' });
    const { chat } = input.requests;
    const { consumer, ...model } = chat;
    const run = runWithLua({
      ...input,
      requests: { chat: model, page: { route: 'front', cpu: '1ms', consumer, calls: [{ request: 'chat' }] } },
      traffic: { load: { ...input.traffic.load, request: 'page' } } as ScenarioInput['traffic'],
      services: { ...input.services, front: { scaling: { min: 1, max: 1 } } },
    });
    // 30 calls a minute and once a bucketful; a call that is answered 429 fails its page.
    expect(Math.abs(of(run, 'consumers.team.requests_completed') - 30 * (minutes + 1))).toBeLessThanOrEqual(1);
    expect(of(run, 'consumers.team.prompt_tokens')).toBe(100 * of(run, 'consumers.team.requests_completed'));
    expect(of(run, 'consumers.team.requests_offered')).toBe(1200);
  });
});

const limits = fc.record({
  algorithm: fc.constantFrom(...names),
  charge: fc.constantFrom('after', 'estimate'),
  tokensPerMinute: fc.integer({ min: 500, max: 60_000 }),
  requestsPerMinute: fc.integer({ min: 20, max: 900 }),
});

describe('over any model servers', { tags: ['ci'] }, () => {
  it('the consumers add up to all requests, and none has more than its limit and what overshoots', () => {
    fc.assert(
      fc.property(anyModelScenario, limits, (input, { algorithm, charge, tokensPerMinute, requestsPerMinute }) => {
        const { chat, batch } = input.requests;
        const run = runWithLua({
          ...input,
          warmup: '0s',
          requests: {
            chat: { ...chat, consumer: { one: 2, two: 1 } },
            batch: { ...batch, consumer: 'two' },
          },
          ai: { consumers: { one: { tokensPerMinute }, two: { requestsPerMinute } }, limit: { algorithm, charge } },
        } as ScenarioInput);
        const counts = consumerMeasures.filter(({ unit }) => unit === 'count');
        expect(counts.length).toBeGreaterThan(10);
        for (const { name } of counts) {
          const parts = ['one', 'two'].map((consumer) => of(run, `consumers.${consumer}.${name}`));
          expect(`${name} ${parts[0] + parts[1]}`).toBe(`${name} ${of(run, name)}`);
        }
        const taken = of(run, 'consumers.one.prompt_tokens') + of(run, 'consumers.one.output_tokens');
        // Ninety seconds are two windows, or one and a half minutes and a bucketful.
        const allowed = tokensPerMinute * (algorithm === 'fixed-window' ? 2 : 2.5);
        expect(taken).toBeLessThanOrEqual(allowed + of(run, 'consumers.one.token_overshoot') + 1);
        if (charge === 'estimate') expect(of(run, 'consumers.one.token_overshoot')).toBe(0);
        expect(of(run, 'consumers.two.token_overshoot')).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});
