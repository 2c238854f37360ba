import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrivedEntryRates, plannedEntryRates } from '../../src/results/entryRates.js';
import { type Fallback, fallbackFindings, meanFallbacks } from '../../src/results/fallbacks.js';
import type { PolicyResult, ProviderRates } from '../../src/results/results.js';
import { meanRouted, type Routed, routedFindings } from '../../src/results/routed.js';
import { sampleTimeline } from '../support/samplePolicy.js';

const hop = (from: string, to: string, moved: number, skipped = 0, cooldowns = 0): Fallback => ({
  route: 'chat',
  from,
  to,
  moved,
  skipped,
  cooldowns,
});

describe('requests that went on, over several runs', () => {
  it('are means over all runs, those in which nobody went on too', () => {
    const runs = [[hop('a', 'b', 10, 4, 2)], [hop('a', 'b', 2), hop('b', 'c', 4)], [], []];
    expect(meanFallbacks(runs)).toEqual([hop('a', 'b', 3, 1, 0.5), hop('b', 'c', 1)]);
    expect(meanFallbacks([])).toEqual([]);
  });

  it('are kept apart by route and by both ends', () => {
    const hops = [hop('a', 'b', 1), hop('a', 'c', 2), hop('b', 'c', 3), { ...hop('a', 'b', 4), route: 'code' }];
    expect(meanFallbacks([hops])).toEqual(hops);
  });

  it('are told by hop, the busiest first', () => {
    expect(fallbackFindings([[hop('a', 'b', 3), hop('b', 'c', 5, 7), hop('c', 'd', 1, 4)]])).toEqual([
      'route chat: 12 requests fell back from b to c, 7 of them while b cooled down',
      'route chat: 5 requests fell back from c to d, 4 of them while c cooled down',
      'route chat: 3 requests fell back from a to b',
    ]);
    expect(fallbackFindings([[hop('a', 'b', 2001)], [hop('a', 'b', 0, 3)]])).toEqual([
      'route chat: 1002 requests a run fell back from a to b, 1.5 of them while a cooled down',
    ]);
    expect(fallbackFindings([[hop('a', 'b', 1), hop('a', 'c', 0)], [], []])[0]).toContain('0.333 requests a run');
    expect(fallbackFindings([[hop('a', 'b', 1000)]])[0]).toContain('1000 requests fell');
    expect(fallbackFindings([[hop('a', 'b', 999.4)]])[0]).toContain('999 requests fell');
  });
});

describe('where routes sent requests, over several runs', () => {
  const chosen = (a: number, b: number, more: Partial<Routed> = {}): Routed => ({
    route: 'chat',
    choose: 'cheapest',
    targets: [
      { name: 'a', requests: a },
      { name: 'b', requests: b },
    ],
    ...more,
  });

  it('are means by target', () => {
    expect(meanRouted([[chosen(10, 0)], [chosen(20, 4)]])).toEqual([chosen(15, 2)]);
    const silent = (by_weight: number) => [chosen(1, 1, { by_weight })];
    expect(meanRouted([silent(3), silent(0)])).toEqual([chosen(1, 1, { by_weight: 1.5 })]);
    expect(meanRouted([])).toEqual([]);
  });

  it('add up to the mean of what each run sent', () => {
    const run = fc.tuple(fc.nat(1000), fc.nat(1000)).map(([a, b]) => [chosen(a, b)]);
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 5 }), (runs) => {
        const sumOf = (routed: readonly Routed[]) =>
          routed.flatMap(({ targets }) => targets).reduce((sum, { requests }) => sum + requests, 0);
        const all = runs.reduce((sum, one) => sum + sumOf(one), 0);
        expect(sumOf(meanRouted(runs)) * runs.length).toBeCloseTo(all, 6);
      }),
    );
  });

  it('are told with their shares', () => {
    expect(routedFindings([[chosen(1200, 400)]])).toEqual([
      'route chat chose the cheapest: 1200 requests to a (75 %), 400 to b (25 %)',
    ]);
    expect(routedFindings([[chosen(3, 0, { choose: 'fastest' })], [chosen(0, 1, { choose: 'fastest' })]])).toEqual([
      'route chat chose the fastest: 2 requests a run to a (75 %), 1 to b (25 %)',
    ]);
    expect(routedFindings([[chosen(0, 0, { choose: 'router.lua', by_weight: 0 })]])).toEqual([
      'route chat chose by router.lua: 0 requests to a (0 %), 0 to b (0 %)',
    ]);
    expect(routedFindings([[chosen(1, 1, { choose: 'router.lua', by_weight: 1.6 })]])[0]).toContain(
      '1 to b (50 %); it said nothing over 2, which went by weight',
    );
  });
});

describe('requests a second from outside', () => {
  const timeline = (service: string, rate: number[], planned?: number[], entry?: number[]) => ({
    ...sampleTimeline(0),
    service,
    rate,
    planned_rate: planned ?? [],
    ...(entry === undefined ? {} : { planned_entry_rate: entry }),
  });
  const provider = (name: string, rate: number[], planned?: number[]): ProviderRates => ({
    provider: name,
    rate,
    ...(planned === undefined ? {} : { planned_rate: planned }),
  });
  const withoutPlan = (service: string, rate: number[]): PolicyResult['timeline'][number] => {
    const { planned_rate: _, ...known } = timeline(service, rate);
    return known;
  };
  const graph = (...services: string[]) => ({
    edges: [],
    saturations: [],
    entries: services.map((service) => ({ service, requests_per_second: 1 })),
  });

  it('are planned where those of all services and providers are', () => {
    const [web, api] = [timeline('web', [0, 0], [1, 2]), timeline('api', [0, 0], [10, 20])];
    expect(plannedEntryRates({ timeline: [web] })).toEqual([1, 2]);
    expect(plannedEntryRates({ timeline: [web, api], providers: [provider('shop', [0, 0], [100, 200])] })).toEqual([
      111, 222,
    ]);
    expect(plannedEntryRates({ timeline: [web, withoutPlan('api', [0, 0])] })).toBeUndefined();
    expect(plannedEntryRates({ timeline: [web], providers: [provider('shop', [0, 0])] })).toBeUndefined();
    expect(plannedEntryRates({ timeline: [] })).toEqual([]);
  });

  it('are planned without calls where services are called', () => {
    const store = timeline('store', [0, 0], [5, 5], [0, 1]);
    expect(plannedEntryRates({ timeline: [timeline('web', [0, 0], [1, 2]), store] })).toEqual([1, 3]);
  });

  it('came to the services that clients call', () => {
    const services = [timeline('web', [1, 2]), timeline('store', [5, 5])];
    const shop = provider('shop', [100, 200]);
    expect(arrivedEntryRates({ timeline: services, providers: [shop] })).toEqual([106, 207]);
    expect(arrivedEntryRates({ timeline: services })).toEqual([6, 7]);
    expect(arrivedEntryRates({ timeline: services, providers: [shop], callGraph: graph('web') })).toEqual([1, 2]);
    expect(arrivedEntryRates({ timeline: services, providers: [shop], callGraph: graph('web', 'shop') })).toEqual([
      101, 202,
    ]);
    expect(arrivedEntryRates({ timeline: [] })).toEqual([]);
    expect(arrivedEntryRates({ timeline: [timeline('web', [1, 2]), timeline('api', [1])] })).toEqual([2, 2]);
  });
});
