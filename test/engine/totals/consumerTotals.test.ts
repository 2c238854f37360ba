import { describe, expect, it } from 'vitest';
import { consumerTotals } from '../../../src/engine/totals/consumerTotals.js';
import type { GroupLog } from '../../../src/record/requestLog.js';
import type { RunTotals } from '../../../src/results/runTotals.js';
import { emptyTotals } from '../../support/sampleTotals.js';
import { plainModel } from '../../support/sessionRuns.js';
import { evenLoad, ranWorld } from './ranWorld.js';

const load = (request: string, count: number) => evenLoad(request, count, '100s');

interface Setup {
  readonly consumers?: object;
  readonly providers?: object;
  readonly errorRate?: number;
  readonly more?: object;
}

/** Red asks ten times at our own server, and four times at a provider; blue five times at the provider, and once at another. */
function totalsOf({ consumers = { red: {}, blue: {} }, providers, errorRate = 0, more = {} }: Setup = {}) {
  const price = { input: 10, output: 100 };
  const bought = providers ?? {
    shop: { ttft: '200ms', tokensPerSecond: 10, price },
    dear: { ttft: '200ms', tokensPerSecond: 10, price: { input: 1000, output: 1000 } },
  };
  const at = (target: string) => (Object.hasOwn(bought, target) ? target : 'web');
  const { world } = ranWorld({
    name: 'consumers',
    duration: '100s',
    traffic: { own: load('own', 10), some: load('some', 4), others: load('others', 5), last: load('last', 1) },
    requests: {
      own: { route: 'web', promptTokens: 100, outputTokens: 41, consumer: 'red', errorRate },
      some: { route: at('shop'), promptTokens: 30, outputTokens: 21, consumer: 'red' },
      others: { route: at('shop'), promptTokens: 50, outputTokens: 11, consumer: 'blue' },
      last: { route: at('dear'), promptTokens: 70, outputTokens: 10, consumer: 'blue' },
    },
    models: { plain: { ...plainModel, kvTokens: 100_000 } },
    services: { web: { instance: { model: 'plain' }, scaling: { min: 1, max: 1 } } },
    ai: { consumers, ...(Object.keys(bought).length === 0 ? {} : { providers: bought }) },
    slo: { latency: '10s', objective: 0.9 },
    ...more,
  });
  const all = emptyTotals({ spanSeconds: 4711 });
  const asked: (readonly GroupLog[])[] = [];
  const requestsOf = (groups: readonly GroupLog[]) => {
    asked.push(groups);
    return { ...all.requests, attempts: groups.reduce((sum, { attempts }) => sum + attempts, 0) };
  };
  const named = new Map(consumerTotals(world, all, requestsOf));
  const of = (name: string): RunTotals => named.get(name) ?? emptyTotals();
  return { names: [...named.keys()], red: of('red'), blue: of('blue'), world };
}

describe('totals of consumers', () => {
  it('are there where requests have consumers', () => {
    expect(totalsOf().names).toEqual(['red', 'blue']);
    const requests = { own: { route: 'web', promptTokens: 100, outputTokens: 41 } };
    const more = { traffic: { own: load('own', 1) }, requests, ai: {} };
    expect(totalsOf({ more }).names).toEqual([]);
  });

  it('are of what each asked, wherever it was answered', () => {
    const { red, blue } = totalsOf();
    expect(red.tokens).toMatchObject({ answers: 14, promptTokens: 1000 + 120, outputTokens: 410 + 84 });
    expect(blue.tokens).toMatchObject({ answers: 6, promptTokens: 250 + 70, outputTokens: 55 + 10 });
    expect([red.requests.attempts, blue.requests.attempts]).toEqual([14, 6]);
    expect([red.latency.count, red.completedLatency.count]).toEqual([14, 14]);
    // What servers did is nobody's own, and what is not of a consumer is that of all.
    expect([red.tokens?.servers, red.spanSeconds]).toEqual([undefined, 4711]);
  });

  it('have errors among the latencies, and not among those of what completed', () => {
    const { red } = totalsOf({ errorRate: 1 });
    expect([red.latency.count, red.completedLatency.count, red.tokens?.answers]).toEqual([14, 4, 4]);
  });

  it('have the cost of their own at all providers, where there are any', () => {
    const { red, blue } = totalsOf();
    // By million tokens $10 and $100 at one, $1000 at the other.
    expect(red.features.providerCost).toBeCloseTo((4 * (30 * 10 + 21 * 100)) / 1e6, 12);
    expect(blue.features.providerCost).toBeCloseTo((5 * (50 * 10 + 11 * 100) + 80 * 1000) / 1e6, 12);
    expect(totalsOf({ providers: {} }).red.features).toEqual({});
  });

  it('have what they took beyond a limit, and what they spent of a budget, where there is one', () => {
    const one = { own: load('own', 1), others: load('others', 1) };
    const limited = totalsOf({
      consumers: { red: { tokensPerMinute: 100 }, blue: {} },
      more: { traffic: one },
    });
    // One answer of 100 + 41 tokens.
    expect(limited.red.features).toEqual({ providerCost: 0, tokenOvershoot: 41 });
    expect(limited.blue.features.tokenOvershoot).toBe(0);
    expect(limited.blue.features.budgetSpent).toBeUndefined();
    const budgeted = totalsOf({ consumers: { red: {}, blue: { budgetUsdPerDay: 100 } } });
    expect(budgeted.blue.features.budgetSpent).toBeCloseTo(0.088, 12);
    expect(Object.keys(budgeted.blue.features).sort()).toEqual(['budgetSpent', 'providerCost']);
  });
});
