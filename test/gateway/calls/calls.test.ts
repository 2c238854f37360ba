import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunEventLine } from '../../../src/record/runEvents.js';
import { parseScenario } from '../../../src/scenario/load.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { callScenario, runCalls } from './callRuns.js';

const services = { web: { scaling: {} }, store: { scaling: {} } };
const twoServices = (calls: object[], change: Partial<ScenarioInput> = {}) =>
  callScenario({
    duration: '20s',
    services,
    requests: {
      checkout: { route: 'web', io: '10ms', calls },
      stock: { route: 'store', io: '5ms' },
      price: { route: 'store', io: '7ms' },
    } as ScenarioInput['requests'],
    ...change,
  });

describe('a request that calls', () => {
  it('takes as long as its own io and its calls: one after the other added up, of those at once the slowest', () => {
    const { measures } = runCalls(
      twoServices([
        { request: 'stock', count: 2 },
        { parallel: [{ request: 'stock', count: 3 }, { request: 'price' }] },
      ]),
    );
    // 2 x 5 + max(5, 7) + 10.
    expect(measures.latency_max_ms).toBeCloseTo(27, 6);
    // 5 x 5 and 7, over 6 calls.
    expect(measures['services.store.latency_mean_ms']).toBeCloseTo(32 / 6, 1);
  });

  it('is alone in the measures of sources; its calls are in those of their service', () => {
    const {
      measures,
      groups,
      callGroups = [],
    } = runCalls(twoServices([{ request: 'stock', count: 3, mode: 'parallel' }]));
    expect(measures.requests_offered).toBe(200);
    expect(measures.attempts).toBe(200);
    expect(measures.calls).toBe(600);
    expect(measures.call_tries).toBe(600);
    expect(measures.calls_per_request).toBe(3);
    expect(measures['services.web.requests_offered']).toBe(200);
    expect(measures['services.store.requests_offered']).toBe(600);
    // Little: ten a second, each 15 ms inside.
    expect(measures.in_system_mean).toBeCloseTo(10 * 0.015, 4);
    expect(groups.map(({ requestClass, counts }) => [requestClass, counts.offered])).toEqual([['checkout', 200]]);
    expect(callGroups.map(({ requestClass, counts }) => [requestClass, counts.offered])).toEqual([['stock', 600]]);
  });

  it('is of its source where it is called, too: each source has its own limit', () => {
    const load = { executor: 'constant-arrival-rate', arrivals: 'even', request: 'checkout' } as const;
    const { groups } = runCalls(
      twoServices([{ request: 'stock' }], {
        traffic: { big: { ...load, rate: 50 }, small: { ...load, rate: 5 } },
        gateway: { rateLimit: [{ requests: 10, by: 'source' }] },
      }),
    );
    // A request and its call take a token each: small needs 10 a second in all, big gets no more than that.
    const [big, small] = groups.map(({ counts }) => counts);
    expect(small).toMatchObject({ offered: 100, completed: 100, rate_limited: 0 });
    expect(big.rate_limited).toBeGreaterThan(700);
  });

  it('makes as many calls as its count and share say', { tags: ['ci'] }, () => {
    const callsOf = (call: object) =>
      runCalls(twoServices([{ request: 'stock', ...call }], { duration: '400s' })).measures.calls_per_request ?? 0;
    // 4,000 draws: three standard errors of a Bernoulli are 0.024.
    expect(Math.abs(callsOf({ share: 0.3 }) - 0.3)).toBeLessThan(0.024);
    expect(Math.abs(callsOf({ count: 2.5 }) - 2.5)).toBeLessThan(0.024);
    expect(Math.abs(callsOf({ count: { uniform: { min: 1, max: 3 } } }) - 2)).toBeLessThan(0.04);
    expect(Math.abs(callsOf({ count: { geometric: { mean: 2 } } }) - 2)).toBeLessThan(0.12);
    expect(Math.abs(callsOf({ count: { empirical: { values: [0, 4], weights: [3, 1] } } }) - 1)).toBeLessThan(0.09);
    expect(callsOf({ count: 0 })).toBe(0);
  });

  it('fails with its call, whose remaining calls it leaves out, or passes over it', () => {
    const failing = { store: { route: 'store', io: '5ms', errorRate: 1 } };
    const runOf = (onError: string) =>
      runCalls(
        callScenario({
          duration: '20s',
          services,
          requests: {
            checkout: {
              route: 'web',
              io: '10ms',
              calls: [{ request: 'store', onError }, { request: 'fine' }],
            },
            ...failing,
            fine: { route: 'store', io: '1ms' },
          } as ScenarioInput['requests'],
        }),
      ).measures;
    const failed = runOf('fail');
    expect(failed.requests_failed).toBe(200);
    expect(failed.latency_max_ms).toBeCloseTo(5, 6);
    expect(failed.calls).toBe(200);
    const passed = runOf('ignore');
    expect(passed.requests_completed).toBe(200);
    expect(passed.latency_max_ms).toBeCloseTo(16, 6);
  });

  it('gives a slow call up in time, tries it again, and the call goes on at its instance', () => {
    const { measures } = runCalls(
      twoServices([{ request: 'slow', timeout: '20ms', retries: { attempts: 3, on: ['timeout'] } }], {
        requests: {
          checkout: {
            route: 'web',
            calls: [{ request: 'slow', timeout: '20ms', retries: { attempts: 3, on: ['timeout'] } }],
          },
          slow: { route: 'store', io: '50ms' },
        },
      }),
    );
    expect(measures.requests_failed).toBe(200);
    expect(measures.latency_max_ms).toBeCloseTo(60, 6);
    expect(measures.call_tries).toBe(600);
    // Three tries of 50 ms each, ten times a second: all of them are served to their end.
    expect(measures['services.store.requests_timed_out']).toBe(200);
  });

  it('holds its slot while it waits', () => {
    const { measures } = runCalls(
      twoServices([{ request: 'stock', count: 18 }], {
        services: { ...services, web: { scaling: {}, instance: { concurrency: 1 } } },
      }),
    );
    // 18 x 5 + 10 = 100 ms at ten a second: the slot is never free.
    expect(measures['services.web.instances_busy_mean']).toBeGreaterThan(0.99);
    expect(measures.latency_max_ms).toBeCloseTo(100, 3);
  });
});

describe('calls', () => {
  const names = (count: number): Map<string, unknown> => {
    const events: RunEventLine[] = [];
    runCalls(
      callScenario({
        duration: '60s',
        services: {
          web: { scaling: { min: 1, max: 9 } },
          store: { scaling: { min: 1, max: 9 }, instance: { concurrency: 1 } },
        },
        gateway: { timeout: '300ms', retries: { attempts: 3 } },
        requests: {
          checkout: {
            route: 'web',
            cpu: { exponential: { mean: '50ms' } },
            calls: [{ request: 'stock', count: { uniform: { min: 0, max: 2 } }, share: 0.8, onError: 'ignore' }],
          },
          stock: { route: 'store', io: { exponential: { mean: '40ms' } }, errorRate: 0.2 },
        },
      }),
      { events, count },
    );
    const begun = events.filter((event) => event.kind === 'begin' && String(event.request).includes('/'));
    return new Map(begun.map((event) => [`${event.request} ${event.try}`, 'io_s' in event ? event.io_s : 0]));
  };

  it('bring the same work under every policy', { tags: ['ci'] }, () => {
    const [few, many] = [names(1), names(5)];
    const common = [...few.keys()].filter((key) => many.has(key));
    expect(common.length).toBeGreaterThan(200);
    for (const key of common) expect(few.get(key)).toBe(many.get(key));
  });
});

const call = fc.record({
  request: fc.constantFrom('b', 'c'),
  count: fc.constantFrom<unknown>(1, 2, 0.5, 1.5, { uniform: { min: 0, max: 3 } }),
  share: fc.constantFrom(1, 0.5),
  onError: fc.constantFrom('fail', 'ignore'),
  timeout: fc.constantFrom(undefined, '60ms'),
  retries: fc.constantFrom(undefined, { attempts: 3, backoff: { base: '10ms', jitter: 'full' } }),
  cancel: fc.constantFrom(undefined, true),
});
const entry = fc.oneof(
  fc.tuple(call, fc.constantFrom('serial', 'parallel')).map(([one, mode]) => ({ ...one, mode })),
  fc.array(call, { minLength: 1, maxLength: 3 }).map((parallel) => ({ parallel })),
);
const faults = [
  { kind: 'crash', at: '7s', service: 'web', count: 1 },
  { kind: 'crash', at: '9s', service: 'store', fraction: 1 },
  { kind: 'pause', at: '3s', for: '2s', service: 'web', count: 1 },
  { kind: 'pause', at: '6s', for: '1s', service: 'store', fraction: 1 },
  { kind: 'errors', at: '12s', for: '3s', service: 'store', fraction: 1, rate: 0.5 },
  { kind: 'rolling-update', at: '10s', service: 'web', minReady: '1s' },
  { kind: 'spot-reclaim', at: '14s', service: 'store', fraction: 0.5, notice: '1s' },
];

describe('whatever calls whatever', () => {
  it('no request and no second is lost or made up, and the same run twice is the same', { tags: ['ci'] }, () => {
    const demands = fc.constantFrom(
      { cpu: { exponential: { mean: '8ms' } }, io: '5ms' },
      { io: { exponential: { mean: '12ms' } } },
      { cpu: '3ms' },
      {},
    );
    const gateways = fc.constantFrom(
      {},
      { timeout: '150ms', retries: { attempts: 2 } },
      { queue: { limit: 30, timeout: '200ms' }, totalTimeout: '500ms' },
    );
    fc.assert(
      fc.property(
        fc.record({
          seed: fc.integer({ min: 1, max: 1000 }),
          a: fc.array(entry, { minLength: 1, maxLength: 3 }),
          b: fc.array(entry, { maxLength: 2 }),
          demandA: demands,
          demandB: demands,
          gateway: gateways,
          concurrency: fc.constantFrom(undefined, 4, 40),
          faults: fc.subarray(faults),
          closed: fc.boolean(),
          poolTo: fc.constantFrom({}, { poolTo: { store: 2 } }, { poolTo: { store: 1, web: 3 } }),
          patience: fc.constantFrom({}, { patience: '80ms' }),
          own: fc.constantFrom(
            {},
            { gateway: { timeout: '60ms', retries: { attempts: 3 } } },
            { gateway: { queue: {} } },
          ),
        }),
        ({ seed, a, b, demandA, demandB, gateway, concurrency, closed, poolTo, patience, own, ...rest }) => {
          const toC = (one: unknown) => JSON.parse(JSON.stringify(one).replaceAll('"b"', '"c"'));
          const input = callScenario({
            seed,
            duration: '20s',
            warmup: '2s',
            gateway,
            ...rest,
            traffic: closed
              ? { users: { executor: 'constant-vus', vus: 20, think: '500ms', request: 'a' } }
              : { users: { executor: 'constant-arrival-rate', rate: 40, request: 'a' } },
            requests: {
              a: { route: 'web', ...demandA, calls: a },
              b: {
                route: { web: 1, store: 1 },
                ...demandB,
                errorRate: 0.1,
                ...(b.length > 0 ? { calls: toC(b) } : {}),
              },
              c: { route: 'store', ...patience, io: { exponential: { mean: '4ms' } }, errorRate: 0.1 },
            },
            services: {
              web: {
                instance: {
                  ...(concurrency === undefined ? {} : { concurrency }),
                  ...poolTo,
                  startup: '1s',
                  drain: '50ms',
                },
                scaling: { min: 3 },
              },
              store: { instance: { concurrency: 8, startup: '1s' }, scaling: { min: 2 }, ...own },
            },
          } as unknown as ScenarioInput);
          // The run itself checks flow balance, Little's law, slots, begun requests and connections by two counts.
          const one = runCalls(input);
          expect(runCalls(input)).toEqual(one);
          expect(one.measures.calls).not.toBeNull();
          const shares = ['web', 'store'].map((name) => one.measures[`services.${name}.latency_share`] ?? 0);
          if (shares[0] > 0) expect(shares[0] + shares[1]).toBeCloseTo(1, 9);
          for (const name of ['web', 'store']) {
            expect(one.measures[`services.${name}.latency_share`] ?? 0).toBeGreaterThan(-1e-9);
            expect(one.measures[`services.${name}.slots_calling_ratio`] ?? 0).toBeLessThan(1 + 1e-9);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a scenario with calls', () => {
  const problemOf = (requests: object): string => {
    try {
      parseScenario(callScenario({ duration: '20s', services, requests: requests as ScenarioInput['requests'] }));
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };

  it('is refused where calls go round, with the way written out', () => {
    const requests = {
      a: { route: 'web', calls: [{ request: 'b' }] },
      b: { route: 'store', calls: [{ parallel: [{ request: 'c' }] }] },
      c: { route: 'web', calls: [{ request: 'a' }] },
    };
    expect(problemOf(requests)).toContain('a -> b -> c -> a');
  });

  it.each([
    ['an unknown class', { request: 'nobody' }, '"nobody" is not a request class'],
    ['a share above 1', { request: 'b', share: 1.5 }, 'must be in 0..1'],
    ['a negative count', { request: 'b', count: -1 }, '-1'],
    [
      'a count that no draw can have',
      { request: 'b', count: { uniform: { min: 3, max: 1 } } },
      'min is 3 but max is 1',
    ],
    ['an unknown key', { request: 'b', modus: 'serial' }, 'modus'],
  ])('is refused with %s', (_name, one, text) => {
    expect(problemOf({ a: { route: 'web', calls: [one] }, b: { route: 'store', io: '1ms' } })).toContain(text);
  });
});
