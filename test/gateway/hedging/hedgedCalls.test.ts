import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunEventLine } from '../../../src/record/runEvents.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { followTries } from '../../support/triesOf.js';
import { callScenario, runCalls } from '../calls/callRuns.js';

const near = (value: number | null | undefined, truth: number, ratio: number) =>
  expect(Math.abs((value ?? 0) / truth - 1)).toBeLessThan(ratio);

/** 100 a second, each with one call that takes 1 s on average, exponential; slots are always free. */
function called(parts: Partial<ScenarioInput> = {}): ScenarioInput {
  return callScenario({
    duration: '120s',
    traffic: { users: { executor: 'constant-arrival-rate', rate: 100, request: 'checkout' } },
    requests: {
      checkout: { route: 'web', calls: [{ request: 'row' }] },
      row: { route: 'db', io: { exponential: { mean: '1s' } } },
    },
    services: {
      web: { scaling: {} },
      db: { scaling: { min: 4, max: 4 }, gateway: { balancer: 'random', hedging: { after: '500ms' } } },
    },
    ...parts,
  });
}

describe('a call to a service that hedges', () => {
  it('takes what the faster of two takes once the delay is over', () => {
    const events: RunEventLine[] = [];
    const { measures } = runCalls(called(), { events });
    // The integral of the tail exp(-t) up to h and exp(-t - (t - h)) beyond: 1 - exp(-h) / 2, and so of who calls.
    near(measures.latency_mean_ms, 1000 * (1 - Math.exp(-0.5) / 2), 0.02);
    near(measures.latency_p99_ms, 500 * (0.5 - Math.log(0.01)), 0.05);
    const calls = measures['services.db.calls'] ?? 0;
    const hedges = measures['services.db.hedges'] ?? 0;
    near(hedges / calls, Math.exp(-0.5), 0.03);
    near((measures['services.db.hedges_won'] ?? 0) / hedges, 0.5, 0.05);
    expect(measures['services.db.call_tries']).toBe(calls + hedges);
    expect(measures['services.web.hedges'] ?? 0).toBe(0);
    // All of it passes in the service that is called.
    expect(measures['services.db.latency_share']).toBeCloseTo(1, 9);
    const tries = [...followTries(events).values()];
    expect(tries.filter(({ ends }) => ends.length === 2 && ends.includes('answered')).length).toBeGreaterThan(
      0.9 * hedges,
    );
  });

  it('is hedged by the section of the gateway, too, and each of several calls by itself', () => {
    const { measures } = runCalls(
      called({
        gateway: { hedging: { after: '500ms', cancel: true } },
        services: { web: { scaling: {}, gateway: { hedging: 'none' } }, db: { scaling: { min: 4, max: 4 } } },
        requests: {
          checkout: { route: 'web', calls: [{ request: 'row', count: 2, mode: 'parallel' }] },
          row: { route: 'db', io: { exponential: { mean: '1s' } } },
        },
      }),
    );
    // The slower of two such: twice the mean less the mean of the faster, which is (1 - exp(-2h)) / 2 + exp(-2h) / 4.
    const [mean, faster] = [1 - Math.exp(-0.5) / 2, (1 - Math.exp(-1)) / 2 + Math.exp(-1) / 4];
    near(measures.latency_mean_ms, 1000 * (2 * mean - faster), 0.02);
  });

  it.each([
    [true, 2, 0],
    [false, 0, 2],
  ])(
    'ends with its caller in all its tries where it says so, though hedging leaves others behind: %s',
    (cancel, ended, left) => {
      const events: RunEventLine[] = [];
      runCalls(
        called({
          traffic: { users: { executor: 'per-vu-iterations', vus: 1, iterations: 1, request: 'checkout' } },
          duration: '30s',
          requests: {
            checkout: { route: 'web', calls: [{ request: 'row', cancel }] },
            row: { route: 'db', io: '10s' },
          },
          services: {
            web: { scaling: {}, gateway: { timeout: '1s' } },
            db: { scaling: { min: 2, max: 2 }, gateway: { hedging: { after: '500ms', cancel: false } } },
          },
        } as unknown as Partial<ScenarioInput>), // safe: parseScenario checks it
        { events },
      );
      const count = (kind: string) => events.filter((event) => event.kind === kind && event.service === 'db').length;
      expect([count('cancelled'), count('served')]).toEqual([ended, left]);
    },
  );

  it('conserves requests, slots and time, and ends each try once, whatever goes wrong', { tags: ['ci'] }, () => {
    const seconds = (max: number) => fc.integer({ min: 1, max }).map((tenths) => `${100 * tenths}ms`);
    const callOf = (request: string) =>
      fc.record({
        request: fc.constant(request),
        count: fc.constantFrom(1, 2),
        mode: fc.constantFrom('serial', 'parallel'),
        onError: fc.constantFrom('fail', 'ignore'),
        cancel: fc.boolean(),
        retries: fc.constantFrom({ attempts: 3, on: ['5xx', 'timeout'] }, { attempts: 1 }),
        timeout: seconds(8),
      });
    const hedging = fc.record({
      after: fc.constantFrom('60ms', 'p95'),
      attempts: fc.constantFrom(2, 3),
      cancel: fc.boolean(),
    });
    const any = fc.record({
      seed: fc.integer({ min: 1, max: 1000 }),
      outer: callOf('stock'),
      inner: callOf('row'),
      hedgings: fc.tuple(hedging, hedging, hedging),
      breaker: fc.constantFrom({}, { circuitBreaker: [{ requests: 40 }, { per: 'instance', openFor: '3s' }] }),
      queue: fc.constantFrom({}, { queue: { limit: 30 } }),
      pool: fc.constantFrom({}, { poolTo: { store: 4 } }),
      patience: fc.constantFrom({}, { patience: '300ms' }),
    });
    fc.assert(
      fc.property(any, ({ seed, outer, inner, hedgings, breaker, queue, pool, patience }) => {
        const io = { exponential: { mean: '100ms' } };
        const input = {
          name: 'tiers',
          seed,
          duration: '60s',
          traffic: { users: { executor: 'constant-arrival-rate', rate: 20, request: 'checkout' } },
          requests: {
            checkout: { route: 'web', io: '5ms', calls: [outer] },
            stock: { route: 'store', io: '20ms', errorRate: 0.05, calls: [inner] },
            row: { route: 'db', io, errorRate: 0.1, ...patience },
          },
          services: {
            web: {
              instance: { concurrency: 30, ...pool },
              scaling: { min: 2, max: 2 },
              gateway: { hedging: hedgings[0] },
            },
            store: { instance: { concurrency: 20 }, scaling: { min: 2, max: 2 }, gateway: { hedging: hedgings[1] } },
            db: {
              instance: { concurrency: 6 },
              scaling: { min: 3, max: 3 },
              gateway: { hedging: hedgings[2], ...breaker, ...queue },
            },
          },
          gateway: { totalTimeout: '2s' },
          faults: [
            { kind: 'crash', at: '20s', service: 'store', count: 1 },
            { kind: 'crash', at: '30s', service: 'web', count: 1 },
            { kind: 'stall', at: '40s', for: '5s', service: 'db', count: 1 },
          ],
        } as unknown as ScenarioInput; // safe: parseScenario checks it
        const events: RunEventLine[] = [];
        // The run itself checks flow, Little's law and slots by two counts.
        const { measures } = runCalls(input, { events });
        followTries(events);
        expect(runCalls(input).measures).toEqual(measures);
        const share = ['web', 'store', 'db'].reduce(
          (sum, name) => sum + (measures[`services.${name}.latency_share`] ?? 0),
          0,
        );
        expect(share).toBeCloseTo(1, 6);
        for (const name of ['web', 'store', 'db'])
          expect(measures[`services.${name}.latency_share`]).toBeGreaterThanOrEqual(-1e-9);
      }),
      { numRuns: 30 },
    );
  });
});
