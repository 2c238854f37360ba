import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RatioBreaker } from '../../../src/gateway/guards/ratioBreaker.js';
import * as tryEnd from '../../../src/gateway/guards/tryEnd.js';
import type { RunEventLine } from '../../../src/record/runEvents.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { runWithLua } from '../../support/runWithLua.js';
import { eachBalancer } from '../../support/variantSamples.js';

const breaker = {
  per: 'instance',
  failureRatio: 0.5,
  window: '10s',
  minimumRequests: 10,
  openFor: '20s',
  halfOpen: 3,
} as const;
/** A quicker one, and the same in words of its own. */
const quick = { ...breaker, window: '5s', minimumRequests: 6, openFor: '3s' } as const;
const rules = { failureRatio: 0.5, windowSeconds: 5, minimumCount: 6, openSeconds: 3, halfOpenCount: 3 };

/** 100 a second for ten instances; one of them goes wrong at 60 s for two minutes. */
function troubled(
  gateway: ScenarioInput['gateway'],
  fault: object = {},
  parts: Partial<ScenarioInput> = {},
): ScenarioInput {
  return {
    name: 'troubled',
    duration: '300s',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 100, clients: 500 } },
    requests: { page: { route: 'web', io: '50ms' } },
    services: { web: { instance: { concurrency: 10, startup: '20s' }, scaling: { min: 10, max: 10 } } },
    // safe: one of the kinds, with its settings
    faults: [
      { kind: 'black-hole', at: '60s', for: '120s', count: 1, ...fault } as unknown as NonNullable<
        ScenarioInput['faults']
      >[number],
    ],
    gateway: { balancer: 'random', circuitBreaker: breaker, ...gateway },
    ...parts,
  };
}

describe('a breaker of each instance', () => {
  it('takes out one that fails, at the cost of some tries each time it opens', () => {
    const plain = runWithLua(troubled({ circuitBreaker: undefined })).measures;
    expect(plain.requests_failed).toBeGreaterThan(1_050);
    const { measures } = runWithLua(troubled({}));
    // The window of 10 s holds 100 good tries of the instance: it opens once as many have failed, at 65 s. Then one bad try each
    // 20 s opens it anew, at 85, 105, 125, 145 and 165 s, and at 185 s it is well.
    expect(measures.breaker_openings).toBe(6);
    expect(measures.requests_failed).toBeGreaterThan(30);
    expect(measures.requests_failed).toBeLessThan(75);
    expect(measures.requests_rejected).toBe(0);
  });

  it('costs a new instance minimumRequests errors, and one a window afterwards', () => {
    // Bad from the start, so there is nothing good in the window: open at the tenth error, then one error each 20 s.
    const { measures } = runWithLua(troubled({}, { at: '0s', for: '299s' }));
    const openings = measures.breaker_openings ?? 0;
    expect(openings).toBeGreaterThanOrEqual(13);
    expect(openings).toBeLessThanOrEqual(15);
    // What is inside when it opens fails, too; answers come at once, so hardly anything is.
    expect(measures.requests_failed).toBeGreaterThanOrEqual(10 + openings - 1);
    expect(measures.requests_failed).toBeLessThanOrEqual(10 + openings + 2);
  });

  it.each([
    ['at instances', {}],
    ['in a central queue', { queue: {} }],
  ])('refuses where all are open: requests wait %s', (_where, way) => {
    const { measures } = runWithLua(troubled(way, { count: undefined, fraction: 1 }));
    expect(measures.requests_rejected).toBeGreaterThan(10_000);
    expect(measures.requests_failed).toBeLessThan(900);
    // Closed again within openFor and a few probes after 180 s.
    expect(measures.requests_completed).toBeGreaterThan(60 * 100 + 90 * 100);
    expect(measures.requests_unfinished ?? 0).toBeLessThan(30);
  });

  it('is closed for an instance that takes the place of another', () => {
    const struck = troubled(
      {},
      { kind: 'errors', rate: 1, for: '40s', count: undefined, fraction: 1 },
      {
        services: { web: { instance: { concurrency: 10, startup: '5s' }, scaling: { min: 10, max: 10 } } },
      },
    );
    const faults = [...(struck.faults ?? []), { kind: 'crash', at: '101s', fraction: 1 } as const];
    const { measures } = runWithLua({
      ...struck,
      gateway: { ...struck.gateway, circuitBreaker: { ...breaker, openFor: '1h' } },
      faults,
    });
    // All are open for an hour from 65 s; those that come at 106 s are not.
    expect(measures.requests_completed).toBeGreaterThan(60 * 100 + 190 * 100);
    expect(measures.breaker_openings).toBe(10);
  });

  it('is closed for an instance that starts again in place', () => {
    const runFor = (probes: object) => {
      const instance = { concurrency: 10, startup: '5s', ...probes };
      return runWithLua(
        troubled(
          { circuitBreaker: { ...breaker, openFor: '1h' } },
          { kind: 'errors', rate: 1, for: '15s', count: undefined, fraction: 1, checks: 'fail' },
          { services: { web: { instance, scaling: { min: 10, max: 10 } } } },
        ),
      ).measures;
    };
    // All are open for an hour; a kill is all that closes one.
    expect(runFor({}).requests_completed).toBeLessThan(62 * 100);
    const { requests_completed, restarts } = runFor({ probes: { liveness: { period: '5s', failure: 2 } } });
    expect(restarts).toBeGreaterThanOrEqual(10);
    expect(requests_completed).toBeGreaterThan(60 * 100 + 190 * 100);
  });

  it('closes no breaker in panic, and an open one causes none', () => {
    const all = { count: undefined, fraction: 0.8 };
    const { measures } = runWithLua(troubled({ healthCheck: {}, panic: 1 }, { ...all, checks: 'pass' }));
    expect(measures.requests_failed).toBeLessThan(700);
    expect(measures.requests_rejected).toBe(0);
  });
});

/** An event of a try. */
type Line = RunEventLine & { readonly request: string; readonly instance: number };

/** What each try's instance had answered before, put to one plain breaker an instance. */
function expectKept(events: readonly Line[]): number {
  const breakers = new Map<number, { readonly breaker: RatioBreaker }>();
  const inside = new Map<string, { readonly instance: number; readonly sentSeconds: number }>();
  const errors = new Set<string>();
  let [sentCount, brokenCount] = [0, 0];
  for (const event of events) {
    if (event.kind === 'failed') errors.add(event.request);
  }
  for (const event of events) {
    const seconds = event.time_s;
    if (event.kind === 'begin') {
      const own = breakers.get(event.instance) ?? { breaker: new RatioBreaker(rules) };
      breakers.set(event.instance, own);
      if (!own.breaker.admits(seconds)) brokenCount++;
      own.breaker.entered();
      inside.set(event.request, { instance: event.instance, sentSeconds: seconds });
      sentCount++;
    } else if (event.kind === 'served') {
      const { instance, sentSeconds } = inside.get(event.request) ?? { instance: -1, sentSeconds: 0 };
      breakers
        .get(instance)
        ?.breaker.ended(errors.has(event.request) ? tryEnd.error : tryEnd.good, sentSeconds, seconds);
    }
  }
  expect(brokenCount).toBe(0);
  return sentCount;
}

describe.each(eachBalancer)('with every balancer: $name', ({ balancer }) => {
  it.each([
    ['at instances', {}],
    ['in a central queue', { queue: {} }],
  ])(
    'no try reaches an instance whose breaker is open, and half-open no more than it lets in; waiting %s',
    (_where, way) => {
      const fault = fc.record({
        rate: fc.double({ min: 0.3, max: 1, noNaN: true }),
        fraction: fc.double({ min: 0.1, max: 1, noNaN: true }),
      });
      fc.assert(
        fc.property(fault, fc.integer({ min: 1, max: 1000 }), ({ rate, fraction }, seed) => {
          const input = troubled(
            { balancer, circuitBreaker: quick, ...way },
            { kind: 'errors', at: '5s', for: '15s', count: undefined, rate, fraction },
            {
              duration: '30s',
              seed,
              services: { web: { instance: { concurrency: 4 }, scaling: { min: 4, max: 4 } } },
            },
          );
          const events: Line[] = [];
          // safe: only events of tries are read.
          runWithLua(input, undefined, { onEvent: (event) => events.push(event as Line), detail: false });
          expect(expectKept(events)).toBeGreaterThan(500);
        }),
        { numRuns: 2, endOnFailure: true },
      );
    },
  );
});
