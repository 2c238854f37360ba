import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import type { PolicySpec } from '../../src/policy/policySpec.js';
import { plannedEntryRates } from '../../src/results/entryRates.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { anyScenario } from '../support/anyScenario.js';
import { caseCounts } from '../support/sampled.js';

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

  it('tells calls of other services from what comes from outside', () => {
    const scenario = parseScenario({
      name: 'called',
      duration: '2m',
      traffic: { pages: { executor: 'constant-arrival-rate', rate: 10, request: 'page' } },
      requests: {
        page: { route: 'web', io: '5ms', calls: [{ request: 'row', count: 3 }] },
        row: { route: 'db', io: '1ms' },
      },
      services: { web: {}, db: {} },
    });
    const [web, db] =
      runOnce({ scenario, scenarioFolder: '.', bindings: {}, replication: 0, detail: true }).detail?.timeline ?? [];
    expect([web.planned_rate?.[0], web.planned_entry_rate]).toEqual([10, undefined]);
    expect([db.planned_rate?.[0], db.planned_entry_rate?.[0]]).toEqual([30, 0]);
    expect(plannedEntryRates({ timeline: [web, db] })).toEqual(web.rate.map(() => 10));
    const unplanned = { ...db, planned_rate: undefined, planned_entry_rate: undefined };
    expect(plannedEntryRates({ timeline: [web, unplanned] })).toBeUndefined();
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

describe('how requests ended over time', () => {
  for (const { tags, numRuns } of caseCounts(3, 12))
    it('counts each of them once, in the way that the measures count it', { tags }, () => {
      fc.assert(
        fc.property(anyScenario, (input) => {
          const scenario = parseScenario({ ...input, warmup: '0s' });
          const { detail, measures } = runOnce({
            scenario,
            scenarioFolder: '.',
            bindings: {},
            replication: 0,
            detail: true,
          });
          const [{ outcomes, rate }] = detail?.timeline ?? [];
          const sum = (counts: readonly number[] = []) => counts.reduce((total, count) => total + count, 0);
          const kinds = ['failed', 'rejected', 'timed_out', 'abandoned', 'aborted'] as const;
          for (const kind of kinds) expect(sum(outcomes?.[kind]), kind).toBe(measures[`requests_${kind}`]);
          if (outcomes === undefined) return;
          const ended = (measures.requests_offered ?? 0) - (measures.requests_unfinished ?? 0);
          expect(sum(outcomes.ended)).toBe(ended);
          expect(outcomes.ended).toHaveLength(rate.length);
        }),
        { numRuns },
      );
    });
});

describe('the bounds of a policy', () => {
  const spec = (code: string, kind: 'manifest' | 'lua'): PolicySpec =>
    ({
      kind,
      fileName: 'web',
      path: 'web',
      code,
      params: {},
      ...(kind === 'manifest' ? { metricNames: {} } : {}),
    }) as PolicySpec;
  const hpa = `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  scaleTargetRef: { name: web, kind: Deployment }
  minReplicas: 2
  maxReplicas: 3
  metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 50 } } }]
`;
  const run = (bindings: Record<string, PolicySpec>, scaling = { min: 1, max: 10, initial: 2 }) => {
    const scenario = parseScenario({
      name: 'bounds',
      duration: '10m',
      traffic: { users: { executor: 'constant-arrival-rate', rate: 40, request: 'page' } },
      requests: { page: { route: 'web', cpu: '100ms' } },
      services: { web: { instance: { concurrency: 8, queue: 8, cpuRequest: 1 }, scaling } },
    });
    return runOnce({ scenario, scenarioFolder: '.', bindings, replication: 0, detail: true }).detail?.timeline[0];
  };

  it('are those of its manifest, within the service, and it stands at them for as long as it wants more', () => {
    const timeline = run({ web: spec(hpa, 'manifest') });
    expect(timeline?.bounds).toEqual({ min: 2, max: 3 });
    const [spell] = timeline?.held_back ?? [];
    expect(spell).toMatchObject({ by: 'maxReplicas', until_s: 600 });
    expect(spell.wanted).toBeGreaterThan(3);
    expect(run({ web: spec(hpa, 'manifest') }, { min: 3, max: 10, initial: 3 })?.bounds).toEqual({ min: 3, max: 3 });
  });

  it('are those of the service for a policy without any, and none where nothing decides', () => {
    const lua = spec('return { decide = function(o) return 12 end }', 'lua');
    const timeline = run({ web: lua });
    expect(timeline?.bounds).toEqual({ min: 1, max: 10 });
    expect(timeline?.held_back).toEqual([{ from_s: 15, until_s: 600, by: 'scaling.max', wanted: 12 }]);
    expect(run({})?.bounds).toBeUndefined();
  });
});
