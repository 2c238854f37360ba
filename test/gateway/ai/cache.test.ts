import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { smallModel } from '../../support/anyModelScenario.js';
import { type Played, playScenario } from '../../support/playScenario.js';
import { caseCounts } from '../../support/sampled.js';

interface Asked {
  readonly cache: object;
  readonly initial?: number;
  readonly part?: object;
}

function played({ cache, initial = 2, part = {} }: Asked): Played {
  return playScenario({
    name: 'cached',
    duration: '5m',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 10, arrivals: 'even' } },
    requests: { chat: { route: 'chat', promptTokens: 100, outputTokens: { uniform: { min: 1, max: 40 } } } },
    models: { small: smallModel },
    services: { web: { instance: { model: 'small' }, scaling: { min: 1, max: 4, initial } } },
    slo: { latency: '3s', ttft: '1s', objective: 0.9 },
    ai: { routes: { chat: { to: [{ service: 'web' }], cache: { kind: 'semantic', ...cache } } } },
    ...part,
  } as unknown as ScenarioInput); // safe: parseScenario checks it
}

const cachedIn = ({ lines }: Played) => lines.filter(({ kind }) => kind === 'cached').map(({ request }) => request);
const count = ({ result }: Played, name: string) => Number(result.measures[name]);

describe('a cache of answers', () => {
  it('answers whole and at once, with nothing of a server', () => {
    const all = played({ cache: { hitRate: 1, latency: '15ms' } });
    expect(count(all, 'requests_cached')).toBe(3_000);
    expect(count(all, 'requests_completed')).toBe(3_000);
    expect(count(all, 'requests_good')).toBe(3_000);
    for (const name of ['latency_p99_ms', 'latency_mean_ms', 'ttft_p50_ms', 'ttft_p99_ms'])
      expect(Math.abs(count(all, name) - 15), name).toBeLessThan(0.1);
    expect(count(all, 'prompt_tokens') + count(all, 'output_tokens')).toBe(0);
    expect(all.result.measures.itl_p95_ms).toBeNull();
    expect(all.lines.some(({ kind }) => kind === 'begin')).toBe(false);
  });

  it('judges its answers by the first token, too', () => {
    const late = played({ cache: { hitRate: 1, latency: '1.5s' } });
    expect(count(late, 'requests_good')).toBe(0);
  });

  it('counts what fits another prompt', () => {
    const one = played({ cache: { hitRate: 0.5, wrongHit: 0.2 } });
    const told = one.lines.filter(({ kind, wrong }) => kind === 'cached' && wrong === true).length;
    expect(count(one, 'answers_wrong_cached')).toBe(told);
    expect(told / count(one, 'requests_cached')).toBeCloseTo(0.2, 1);
    expect(count(one, 'requests_cached') / count(one, 'requests_offered')).toBeCloseTo(0.5, 1);
  });

  it('is warm from the start, or as warm as its age', () => {
    const inMinute = (minute: number, one: Played) =>
      one.lines.filter(({ kind, time_s }) => kind === 'cached' && Math.floor(time_s / 60) === minute).length / 600;
    const warm = played({ cache: { hitRate: 0.6 } });
    const cold = played({ cache: { hitRate: 0.6, ttl: '4m' } });
    for (const minute of [0, 1, 2, 3, 4]) expect(inMinute(minute, warm)).toBeCloseTo(0.6, 1);
    for (const [minute, share] of [0.075, 0.225, 0.375, 0.525, 0.6].entries())
      expect(Math.abs(inMinute(minute, cold) - share), String(minute)).toBeLessThan(0.06);
  });

  for (const { tags, numRuns } of caseCounts(2, 5))
    it('finds the same under every policy, and more with a larger share', { tags }, () => {
      fc.assert(
        fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (a, b) => {
          const [less, more] = a < b ? [a, b] : [b, a];
          const [few, many] = [less, more].map((hitRate) => cachedIn(played({ cache: { hitRate } })));
          expect(cachedIn(played({ cache: { hitRate: less }, initial: 1 }))).toEqual(few);
          const found = new Set(many);
          expect(few.every((request) => found.has(request))).toBe(true);
        }),
        { numRuns },
      );
    });

  it('takes nothing of what its consumer may take', () => {
    const part = {
      requests: { chat: { route: 'chat', promptTokens: 100, outputTokens: 20, consumer: 'team' } },
      ai: {
        consumers: { team: { requestsPerMinute: 60 } },
        routes: { chat: { to: [{ service: 'web' }], cache: { kind: 'semantic', hitRate: 0.5 } } },
      },
    };
    const { measures } = played({ cache: {}, part }).result;
    const [served, cached] = [Number(measures.requests_completed), Number(measures.requests_cached)];
    // A minute's allowance, and five minutes of refilling.
    expect(served - cached + Number(measures.requests_unfinished)).toBeLessThanOrEqual(360);
    expect(cached).toBeGreaterThan(1_400);
    expect(measures['consumers.team.requests_cached']).toBe(cached);
  });

  it('counts for the quality of answers wherever that is told', () => {
    const part = { models: { small: { ...smallModel, quality: 0.8 } } };
    const one = played({ cache: { hitRate: 0.5, wrongHit: 0.1 }, part });
    const { groups, measures } = one.result;
    const sum = (key: 'answers' | 'right') => groups.reduce((total, { counts }) => total + (counts[key] ?? 0), 0);
    expect(sum('answers')).toBe(count(one, 'requests_completed'));
    expect(sum('right') / sum('answers')).toBeCloseTo(Number(measures.quality), 12);
    // Right are 80 % of the one half, and 90 % of 80 % of the other.
    expect(Math.abs(Number(measures.quality) - 0.76)).toBeLessThan(0.03);
  });

  it('goes on with whoever waits for the answer', () => {
    const load = { executor: 'constant-vus', vus: 1, think: '1s' };
    const one = played({ cache: { hitRate: 1, latency: '500ms' }, part: { traffic: { load } } });
    expect(count(one, 'requests_offered')).toBe(200);
  });
});
