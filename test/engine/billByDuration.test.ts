import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';

type PerRequest = NonNullable<NonNullable<ScenarioInput['services'][string]['scaling']>['perRequest']>;

function run(bill: Partial<PerRequest>, change: Partial<ScenarioInput> = {}) {
  const scenario = parseScenario({
    name: 'functions',
    duration: '70m',
    warmup: '10m',
    traffic: { calls: { executor: 'constant-arrival-rate', rate: 2 } },
    requests: { call: { route: 'fn', io: { exponential: { mean: '300ms' } } } },
    services: {
      fn: {
        instance: { concurrency: 1, startup: '400ms', price: 0.06 },
        scaling: { max: 50, perRequest: { idleTimeout: '5m', ...bill } },
      },
    },
    ...change,
  });
  return runOnce({ scenario, scenarioFolder: '.', bindings: {}, replication: 0, detail: true });
}

describe('perRequest, billed by duration', () => {
  it('costs busy hours and invocations', () => {
    const { measures, notes } = run({ bill: 'duration', pricePerMillion: 0.2 });
    const busyHours = measures.instances_busy_mean ?? Number.NaN;
    // An hour's span; a request may begin in it that arrived before, or arrive in it and begin after.
    expect(measures.cost_usd).toBeCloseTo(0.06 * busyHours + (0.2 * (measures.requests_offered ?? 0)) / 1e6, 5);
    expect(measures.instances_billed_mean).toBe(measures.instances_busy_mean);
    expect(measures.instance_hours).toBeCloseTo(busyHours, 9);
    expect(measures.regret_ratio).toBeCloseTo(0, 9);
    expect(notes.join('\n')).toContain('billed by duration');
  });

  it('otherwise bills idle time, and says so', () => {
    const { measures, notes } = run({});
    expect(measures.instances_billed_mean ?? 0).toBeGreaterThan((measures.instances_busy_mean ?? 0) * 2);
    expect(measures.cost_usd).toBeCloseTo(0.06 * (measures.instances_billed_mean ?? 0), 9);
    expect(notes.join('\n')).toContain('idle time billed');
  });

  it('does not hang on the idle timeout', () => {
    const costs = ['10s', '30m'].map((idleTimeout) => {
      const bill = { bill: 'duration', idleTimeout } as const;
      // Without cold starts the same requests take the same time.
      return run(bill, { warmup: '0s' }).measures.cost_usd ?? 0;
    });
    expect(costs[0] / costs[1]).toBeCloseTo(1, 2);
  });

  it('bills a retry and a failure, not what was refused', () => {
    const failing = { requests: { call: { route: 'fn', io: '100ms', errorRate: 1 } } } as const;
    const retries = { gateway: { retries: { attempts: 3, on: ['5xx' as const] } } };
    const once = run({ bill: 'duration', pricePerMillion: 1e6 }, failing).measures;
    const thrice = run({ bill: 'duration', pricePerMillion: 1e6 }, { ...failing, ...retries }).measures;
    expect((thrice.cost_usd ?? 0) / (once.cost_usd ?? 1)).toBeCloseTo(3, 2);
    const services: ScenarioInput['services'] = {
      fn: {
        instance: { concurrency: 1 },
        scaling: { max: 1, perRequest: { idleTimeout: '5m', bill: 'duration', pricePerMillion: 1e6 } },
      },
    };
    const refused = run({}, { services, requests: { call: { route: 'fn', io: '1s' } } }).measures;
    expect(refused.requests_rejected ?? 0).toBeGreaterThan(1000);
    const ran = (refused.requests_completed ?? 0) + (refused.requests_unfinished ?? 0);
    expect(Math.abs((refused.cost_usd ?? 0) - ran)).toBeLessThanOrEqual(2);
  });

  it('has parts that sum to the cost, whatever happens', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<'idle' | 'duration'>('idle', 'duration'),
        fc.constantFrom(0, 0.2, 1e4),
        fc.integer({ min: 1, max: 12 }),
        fc.boolean(),
        (bill, pricePerMillion, rate, isQueued) => {
          const { measures } = run(
            { bill, pricePerMillion, idleTimeout: { exponential: { mean: '20s' } } },
            {
              duration: '10m',
              warmup: '1m',
              traffic: { calls: { executor: 'constant-arrival-rate', rate } },
              faults: [{ kind: 'crash', every: { exponential: { mean: '1m' } }, fraction: 0.5 }],
              ...(isQueued ? { gateway: { queue: { limit: 20, timeout: '1s' } } } : {}),
            },
          );
          const parts = ['useful', 'idle', 'startup', 'drain', 'wasted', 'minimum_charge'];
          const sum = parts.reduce((total, part) => total + (measures[`cost_${part}_usd`] ?? 0), 0);
          expect(sum).toBeCloseTo(measures.cost_usd ?? Number.NaN, 9);
        },
      ),
      { seed: 4, numRuns: 20 },
    );
  });
});
