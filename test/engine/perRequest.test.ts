import { describe, expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import type { DistributionInput } from '../../src/random/distributions/index.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { moments } from '../support/moments.js';

function serverless(part: {
  rate: number;
  idleTimeout: DistributionInput;
  max?: number;
  startup?: DistributionInput;
  duration?: string;
  faults?: NonNullable<ScenarioInput['faults']>;
}): ScenarioInput {
  return {
    name: 'serverless',
    duration: part.duration ?? '100000s',
    traffic: { calls: { executor: 'constant-arrival-rate', rate: part.rate } },
    requests: { call: { route: 'fn', io: { exponential: { mean: '1.991s' } } } },
    services: {
      fn: {
        instance: { concurrency: 1, startup: part.startup ?? '0s' },
        scaling: { max: part.max ?? 1000, perRequest: { idleTimeout: part.idleTimeout } },
      },
    },
    ...(part.faults === undefined ? {} : { faults: part.faults }),
  };
}

function measuresOf(input: ScenarioInput, runs: number): Record<string, number | null>[] {
  const scenario = parseScenario(input);
  return Array.from({ length: runs }, (_, replication) => {
    const { measures } = runOnce({ scenario, scenarioFolder: '.', bindings: {}, replication, detail: false });
    return measures;
  });
}

// The published serverless model: arrivals Poisson 0.9/s, warm service Exp(1.991 s), cold service Exp(2.244 s) in all.
// An exponential of mean b is one of mean a < b plus, in a share 1 - a / b of the cases, another of mean b.
const coldExtra = {
  mixture: [
    { weight: 1.991 / 2.244, constant: '0s' },
    { weight: 1 - 1.991 / 2.244, exponential: { mean: '2.244s' } },
  ],
};

describe('scaling per request', () => {
  it.each([
    { idleTimeout: '60s', cold: 0.016029, servers: 5.8869 },
    { idleTimeout: '10s', cold: 0.099272, servers: 4.2738 },
  ])('agrees with the serverless reference: idle $idleTimeout', { tags: ['ci'] }, ({ idleTimeout, cold, servers }) => {
    const runs = measuresOf(serverless({ rate: 0.9, idleTimeout, startup: coldExtra }), 20);
    const seen = moments(runs.map(({ cold_start_probability: share }) => share ?? Number.NaN));
    expect(Math.abs(seen.mean - cold)).toBeLessThan(4 * seen.standardError + 0.01 * cold);
    const alive = moments(runs.map(({ instances_billed_mean: count }) => count ?? Number.NaN));
    // Bills round every life up to a whole second, which adds at most the launch rate x 1 s.
    expect(Math.abs(alive.mean - servers)).toBeLessThan(4 * alive.standardError + 0.01 * servers + 0.9 * cold);
  });

  it('keeps the newest idle instance busy and lets the old ones time out', () => {
    const [few] = measuresOf(serverless({ rate: 0.9, idleTimeout: '10s' }), 1);
    const [many] = measuresOf(serverless({ rate: 0.9, idleTimeout: '600s' }), 1);
    expect(few.instances_mean).toBeLessThan((many.instances_mean ?? 0) - 2);
  });

  it('answers 503 at max, and leaves nothing behind', () => {
    const [measures] = measuresOf(serverless({ rate: 5, idleTimeout: '1m', max: 3, duration: '2000s' }), 1);
    // Erlang's loss formula: three servers, offered load 5 x 1.991.
    const load = 5 * 1.991;
    const lost = load ** 3 / 6 / (1 + load + load ** 2 / 2 + load ** 3 / 6);
    expect((measures.requests_rejected ?? 0) / (measures.requests_offered ?? 1)).toBeCloseTo(lost, 1);
    expect(measures.instances_peak).toBe(3);
  });

  it('aborts the request that waits for a start that fails', () => {
    const [measures] = measuresOf(
      serverless({
        rate: 0.2,
        idleTimeout: '1s',
        startup: '2s',
        duration: '1000s',
        faults: [{ kind: 'startup-failure', at: '0s', for: '500s', rate: 1 }],
      }),
      1,
    );
    expect(measures.requests_aborted).toBeGreaterThan(50);
    expect(measures.requests_completed).toBeGreaterThan(50);
  });
});

describe('scaling per request with a central queue (M/M/k with setup)', () => {
  const setup = (rate: number): ScenarioInput => ({
    name: 'setup',
    duration: '20000s',
    warmup: '1000s',
    traffic: { jobs: { executor: 'constant-arrival-rate', rate } },
    requests: { job: { route: 'pool', io: { exponential: { mean: '1s' } } } },
    services: {
      pool: {
        instance: { concurrency: 1, startup: { exponential: { mean: '10s' } } },
        scaling: { max: 10, perRequest: { idleTimeout: '0s' } },
      },
    },
    gateway: { queue: { limit: 100_000 } },
    cloud: { billing: { granularity: '1ms' } },
  });

  it.each([
    { rate: 4, inSystem: 10.360223613, billed: 7.828834064 },
    { rate: 8, inSystem: 27.507249874, billed: 9.786027157 },
  ])('has the jobs and the bill of the exact chain at $rate/s', { tags: ['ci'] }, ({ rate, inSystem, billed }) => {
    const runs = measuresOf(setup(rate), 20);
    const jobs = moments(runs.map(({ in_system_mean: count }) => count ?? Number.NaN));
    expect(Math.abs(jobs.mean - inSystem)).toBeLessThan(4 * jobs.standardError + 0.003 * inSystem);
    const paid = moments(runs.map(({ instances_billed_mean: count }) => count ?? Number.NaN));
    expect(Math.abs(paid.mean - billed)).toBeLessThan(4 * paid.standardError + 0.003 * billed);
  });
});
