import { describe, expect, it } from 'vitest';
import { RunStreams } from '../../src/engine/runStreams.js';
import { warmupFindings } from '../../src/engine/warmupFindings.js';
import type { SettlingCurve } from '../../src/results/runResult.js';
import { parseScenario } from '../../src/scenario/load.js';
import { runWithLua } from '../support/runWithLua.js';

const scenario = parseScenario({
  name: 'steady',
  duration: '10m',
  warmup: '0s',
  traffic: { load: { executor: 'constant-arrival-rate', rate: 9 } },
  requests: { page: { route: 'web', io: '100ms' } },
  services: { web: { instance: {} } },
});

/** 600 steps of 1 s by a rule. */
const curveOf = (valueAt: (step: number) => number | null): SettlingCurve[] => [
  { service: 'web', step_s: 1, mean_ms: Array.from({ length: 600 }, (_, step) => valueAt(step)) },
];

/** Runs that all begin slow and settle within 100 s, each under noise three times as large. */
function noisyRuns(count: number): SettlingCurve[][] {
  return Array.from({ length: count }, (_, run) => {
    const random = new RunStreams({ seed: 7, replication: run }).open('test', 'noise');
    return curveOf((step) => 100 + 200 * Math.exp(-step / 40) + 600 * (random.uniform() - 0.5));
  });
}

describe('the warm-up check', () => {
  it('finds in the mean of many runs the transient that the noise of one may hide', () => {
    const [said] = warmupFindings(scenario, noisyRuns(60));
    const seconds = /^latencies settle after (?:(\d+)m)?(?:(\d+)s)? \(MSER-5\), and warmup is 0s$/.exec(said ?? '');
    const settled = Number(seconds?.[1] ?? 0) * 60 + Number(seconds?.[2] ?? 0);
    expect(settled).toBeGreaterThanOrEqual(40);
    expect(settled).toBeLessThanOrEqual(250);
  });

  it('does not judge all runs by what happened in the first', () => {
    const odd = curveOf((step) => (step < 90 ? 400 : 100));
    const flat = Array.from({ length: 59 }, () => curveOf(() => 100));
    expect(warmupFindings(scenario, [odd])).toHaveLength(1);
    expect(warmupFindings(scenario, [odd, ...flat])).toEqual([]);
  });

  it('keeps the time of a step where others have no answer', () => {
    const gappy = curveOf((step) => (step < 60 ? null : step < 120 ? 300 : 100));
    expect(warmupFindings(scenario, [gappy])).toEqual(['latencies settle after 2m (MSER-5), and warmup is 0s']);
  });

  it('has a curve from every run of a load that can settle, with or without the detail, and from no other', () => {
    const input = {
      name: 'queue',
      duration: '10m',
      traffic: { load: { executor: 'constant-arrival-rate', rate: 9 } },
      requests: { page: { route: 'web', io: { exponential: { mean: '100ms' } } } },
      services: { web: { instance: { concurrency: 1, queue: 1000 } } },
    } as const;
    const [plain, detailed] = [false, true].map((detail) => runWithLua(input, undefined, { detail, replication: 3 }));
    expect(plain.settling?.[0].mean_ms).toHaveLength(600);
    expect(plain.settling).toEqual(detailed.settling);
    const mean = plain.measures.latency_mean_ms ?? 0;
    const values = plain.settling?.[0].mean_ms.flatMap((value) => value ?? []) ?? [];
    expect(Math.abs(values.reduce((sum, value) => sum + value, 0) / values.length / mean - 1)).toBeLessThan(0.2);
    const wave = { executor: 'diurnal', mean: 9, peakToTrough: 2, period: '10m' } as const;
    expect(runWithLua({ ...input, traffic: { load: wave } }).settling).toBeUndefined();
  });
});
