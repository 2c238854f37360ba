import { describe, expect, it } from 'vitest';
import { runOnce } from '../../src/run/runOnce.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';

/** Two services of which one is overloaded in the middle of the run. */
function detailOf(traffic: ScenarioInput['traffic'], replication: number) {
  const scenario = parseScenario({
    name: 'pair',
    duration: '15m',
    warmup: '90s',
    traffic,
    requests: {
      page: { route: 'web', cpu: { exponential: { mean: '100ms' } } },
      call: { route: 'api', cpu: { exponential: { mean: '10ms' } } },
    },
    services: {
      web: { instance: { concurrency: 8, queue: 20 }, scaling: { min: 1, max: 1, initial: 1 } },
      api: { instance: { concurrency: 8, queue: 20 }, scaling: { min: 1, max: 1, initial: 1 } },
    },
    slo: { latency: '500ms', objective: 0.95 },
  });
  return runOnce({ scenario, scenarioFolder: '.', bindings: {}, replication, detail: true });
}

const stages = [
  { duration: '5m', target: 5 },
  { duration: '2m', target: 14 },
  { duration: '3m', target: 14 },
  { duration: '0s', target: 2 },
  { duration: '5m', target: 2 },
] as const;
const ramped: ScenarioInput['traffic'] = {
  pages: { executor: 'ramping-arrival-rate', startRate: 5, stages: [...stages], request: 'page' },
  calls: { executor: 'constant-arrival-rate', rate: 20, request: 'call' },
};

describe('the detail of a run', () => {
  it('has spells above the SLO that add up to the time above it, of each service and of all', () => {
    for (const replication of [0, 1, 2]) {
      const { detail, measures } = detailOf(ramped, replication);
      const secondsOf = (spells: readonly (readonly [number, number])[] = []) =>
        spells.reduce((sum, [from, until]) => sum + until - from, 0);
      expect(secondsOf(detail?.aboveSlo)).toBe(measures.time_above_slo_s);
      expect(measures.time_above_slo_s).toBeGreaterThan(0);
      for (const { service, above_slo } of detail?.timeline ?? []) {
        expect(secondsOf(above_slo)).toBe(measures[`services.${service}.time_above_slo_s`]);
        for (const [from, until] of above_slo ?? []) {
          expect(from).toBeGreaterThanOrEqual(90);
          expect(until).toBeLessThanOrEqual(900);
        }
      }
    }
  });

  it('has the rate that the sources plan, to the digit, whatever arrived', () => {
    const [web, api] = detailOf(ramped, 0).detail?.timeline ?? [];
    const at = (seconds: number) => web.planned_rate?.[Math.floor(seconds / web.step_s)];
    expect([at(0), at(299), at(600 - web.step_s), at(600), at(890)]).toEqual([5, 5, 14, 2, 2]);
    expect(new Set(api.planned_rate)).toEqual(new Set([20]));
    expect(web.planned_rate).toHaveLength(web.rate.length);
  });

  it('plans nothing for users who wait for their answers', () => {
    const closed: ScenarioInput['traffic'] = {
      pages: { executor: 'constant-vus', vus: 2, request: 'page' },
      calls: { executor: 'constant-arrival-rate', rate: 20, request: 'call' },
    };
    const [web, api] = detailOf(closed, 0).detail?.timeline ?? [];
    expect(web.planned_rate).toBeUndefined();
    expect(api.planned_rate).toBeDefined();
  });
});
