import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureOf } from '../../../src/results/measures/index.js';
import { partsOf } from '../../../src/results/partName.js';
import type { RunResult } from '../../../src/results/runResult.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { anyProviderScenario, anyRoutedScenario } from '../../support/anyModelScenario.js';
import { playScenario } from '../../support/playScenario.js';

/** Readers of pages, each with a summary by a model, and chats. */
function pages(requests: object = {}): ScenarioInput {
  return {
    name: 'pages',
    duration: '2m',
    traffic: {
      readers: { executor: 'constant-arrival-rate', rate: 4, arrivals: 'even', request: 'page' },
      chats: { executor: 'constant-arrival-rate', rate: 2, arrivals: 'even', request: 'chat' },
    },
    requests: {
      page: { route: 'front', cpu: '5ms', calls: [{ request: 'summary' }] },
      summary: { route: 'bought', promptTokens: 40, outputTokens: 4 },
      chat: { route: 'bought', promptTokens: 100, outputTokens: 31 },
      ...requests,
    },
    services: { front: { instance: { vcpus: 2, concurrency: 500 }, scaling: { min: 1, max: 1 } } },
    ai: { providers: { bought: { ttft: '200ms', tokensPerSecond: 30, price: { input: 1, output: 10 } } } },
  } as unknown as ScenarioInput; // safe: parseScenario checks it
}

const sumOf = ({ measures }: RunResult, measure: string): number =>
  partsOf('classes', measures).reduce((sum, name) => sum + Number(measures[`classes.${name}.${measure}`]), 0);

describe('measures of request classes', () => {
  it('are of what each class got, calls too', () => {
    const { measures } = playScenario(pages()).result;
    const of = (measure: string) =>
      ['page', 'summary', 'chat'].map((name) => Number(measures[`classes.${name}.${measure}`]));
    expect(of('requests_offered')).toEqual([480, 480, 240]);
    const [, summaries, chats] = of('requests_completed');
    expect(of('output_tokens')).toEqual([0, 4 * summaries, 31 * chats]);
    // Those under way at the end are billed, too.
    const [, ofSummaries, ofChats] = of('provider_cost_usd');
    expect(ofSummaries).toBeCloseTo((480 * 80) / 1e6, 4);
    expect(ofChats).toBeCloseTo((240 * 410) / 1e6, 3);
    // First token, and 30 more at 30 a second.
    expect(measures['classes.chat.latency_p50_ms']).toBeCloseTo(1200, -2);
    expect(measures['classes.summary.latency_p50_ms']).toBeCloseTo(300, -1);
    expect(measures['classes.page.ttft_p95_ms']).toBeNull();
  });

  it('are left out where there is one class, or no model', () => {
    const { traffic, services, requests } = pages();
    const { chats, readers } = traffic;
    const one = playScenario({ ...pages(), traffic: { chats } }).result;
    const page = { ...requests.page, calls: [{ request: 'price' }] };
    const noModel = playScenario({
      name: 'web',
      duration: '1m',
      traffic: { readers },
      requests: { page, price: { route: 'front', cpu: '1ms' } },
      services,
    } as unknown as ScenarioInput).result; // safe: parseScenario checks it
    for (const { measures } of [one, noModel]) expect(partsOf('classes', measures)).toEqual([]);
  });

  it('know only what has a meaning of a class', () => {
    expect(measureOf('classes.chat.ttft_p95_ms')).toBeDefined();
    expect(measureOf('classes.chat.cost_usd')).toBeUndefined();
    expect(measureOf('classes.chat.budget_spent_usd')).toBeUndefined();
  });

  it('add up to those of all', { tags: ['ci'] }, () => {
    fc.assert(
      fc.property(fc.oneof(anyRoutedScenario, anyProviderScenario), (input) => {
        const { result } = playScenario(input);
        const { measures } = result;
        expect(partsOf('classes', measures)).toEqual(['chat', 'batch']);
        for (const name of ['requests_offered', 'requests_good', 'requests_cached', 'attempts', 'prompt_tokens'])
          expect(sumOf(result, name), name).toBe(measures[name] ?? Number.NaN);
        const cost = measures.provider_cost_usd;
        if (cost !== undefined) expect(sumOf(result, 'provider_cost_usd')).toBeCloseTo(Number(cost), 9);
      }),
      { numRuns: 15 },
    );
  });
});
