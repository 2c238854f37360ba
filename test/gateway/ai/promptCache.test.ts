import { describe, expect, it } from 'vitest';
import { PromptCache } from '../../../src/gateway/ai/providers/promptCache.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { playScenario } from '../../support/playScenario.js';

describe('what a provider keeps of prompts', () => {
  it('is found for five minutes after each use, from 1,024 tokens on', () => {
    const cache = new PromptCache();
    expect(cache.find(7, 2_000, 0)).toBe(0);
    cache.store(7, 2_000, 1);
    cache.store(8, 1_023, 1);
    expect(cache.find(7, 1_500, 301)).toBe(1_500);
    expect(cache.find(7, 1_023, 302)).toBe(0);
    expect(cache.find(8, 1_023, 302)).toBe(0);
    expect(cache.find(7, 9_000, 601)).toBe(2_000);
    expect(cache.find(7, 2_000, 901.1)).toBe(0);
  });

  it('grows with a session, and is never less than the longest prompt that is kept', () => {
    const cache = new PromptCache();
    cache.store(1, 3_000, 0);
    cache.store(1, 1_500, 10);
    expect(cache.find(1, 2_800, 20)).toBe(2_800);
    expect(cache.find(2, 2_800, 20)).toBe(0);
  });
});

const price = { input: 1, output: 10, cached: 0.1 };
const scenarioOf = (chat: object, cached: object = price, rate = 1): ScenarioInput =>
  ({
    name: 'bought',
    duration: '20m',
    traffic: { load: { executor: 'constant-arrival-rate', rate, timeUnit: '1s', arrivals: 'even' } },
    requests: { chat: { route: 'bought', promptTokens: 3_000, outputTokens: 51, ...chat } },
    services: { own: { instance: { concurrency: 1 } } },
    ai: { providers: { bought: { ttft: '500ms', tokensPerSecond: 100, price: cached } } },
  }) as unknown as ScenarioInput; // safe: parseScenario checks it

describe('a price of cached prompts', () => {
  it('is paid for a shared beginning, all but the first times', () => {
    const { measures } = playScenario(scenarioOf({ prefix: { groups: 1, tokens: 2_000 } })).result;
    // One a second: those of the first half second do not find it yet, which is one request.
    const found = (Number(measures.requests_offered) - 1) * 2_000;
    expect(measures.provider_cached_tokens).toBe(found);
    const { measures: full } = playScenario(
      scenarioOf({ prefix: { groups: 1, tokens: 2_000 } }, { input: 1, output: 10 }),
    ).result;
    expect(full.provider_cached_tokens).toBeUndefined();
    expect(measures.provider_cost_usd).toBeCloseTo(Number(full.provider_cost_usd) - (found * 0.9) / 1e6, 9);
    for (const name of ['latency_p99_ms', 'output_tokens']) expect(measures[name]).toBe(full[name]);
  });

  it('is not paid where beginnings come too rarely', () => {
    // One in six minutes.
    const input = scenarioOf({ prefix: { groups: 1, tokens: 2_000 } });
    const rare = {
      ...input,
      traffic: { load: { executor: 'constant-arrival-rate', rate: 1, timeUnit: '6m', arrivals: 'even' } },
    };
    expect(playScenario(rare as unknown as ScenarioInput).result.measures.provider_cached_tokens).toBe(0); // safe: as above
  });

  it('is paid for the prompts of the turns before, not for their answers', () => {
    const session = { turns: 3, think: '10s', carry: 1 };
    const { measures, ...rest } = playScenario(scenarioOf({ session }, price, 1)).result;
    expect(rest).toBeDefined();
    // A turn brings along 3,051 tokens of each before; of that the provider has read what was in a prompt.
    const turns = Number(measures.requests_completed);
    const perSession = 3_000 + (3_000 + 3_051);
    expect(Number(measures.provider_cached_tokens)).toBeGreaterThan(0.97 * (turns / 3) * perSession);
    expect(Number(measures.provider_cached_tokens)).toBeLessThan(1.01 * (turns / 3) * perSession);
  });
});
