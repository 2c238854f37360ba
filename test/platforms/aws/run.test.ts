import { describe, expect, it } from 'vitest';
import { runOnce } from '../../../src/engine/runOnce.js';
import type { PolicySpec } from '../../../src/policy/policySpec.js';
import type { RunResult } from '../../../src/results/runResult.js';
import { parseScenario } from '../../../src/scenario/load.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';

/** 100 a second for 10 minutes, 300 until minute 40, then 100 again; one instance works off 100 a second. */
const scenario: ScenarioInput = {
  name: 'step',
  duration: '90m',
  traffic: {
    load: {
      executor: 'ramping-arrival-rate',
      startRate: 100,
      stages: [
        { target: 100, duration: '10m' },
        { target: 300, duration: '0s' },
        { target: 300, duration: '30m' },
        { target: 100, duration: '0s' },
        { target: 100, duration: '50m' },
      ],
    },
  },
  requests: { page: { route: 'web', cpu: '10ms' } },
  services: {
    web: {
      instance: { vcpus: 1, concurrency: 8, startup: '60s' },
      scaling: { min: 1, max: 30, initial: 2 },
    },
  },
  gateway: { queue: {} },
};

function run(documents: unknown, changes: Partial<ScenarioInput> = {}): RunResult {
  const code = JSON.stringify(documents);
  const spec: PolicySpec = {
    kind: 'manifest',
    fileName: 'web.json',
    path: 'web.json',
    code,
    params: {},
    metricNames: {},
  };
  const input = { scenario: parseScenario({ ...scenario, ...changes }), scenarioFolder: '.', bindings: { '*': spec } };
  return runOnce({ ...input, replication: 0, detail: true });
}

const tracking = [
  {
    AutoScalingGroupName: 'web',
    PolicyName: 'cpu',
    PolicyType: 'TargetTrackingScaling',
    TargetTrackingConfiguration: {
      TargetValue: 50,
      PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' },
    },
  },
  { AutoScalingGroupName: 'web', MinSize: 1, MaxSize: 30, DefaultInstanceWarmup: 120 },
];

/** Accepted changes: [minute, desired]. */
function changes({ detail }: RunResult): [number, number][] {
  let before = 2;
  return (detail?.decisions ?? []).flatMap(({ time_s, applied }): [number, number][] => {
    const isChange = applied !== before;
    before = applied;
    return isChange ? [[time_s / 60, applied]] : [];
  });
}

describe('a manifest in the simulator', () => {
  const result = run(tracking);

  it('scales out within minutes of the load, and in a quarter of an hour after it', () => {
    const made = changes(result);
    expect(made[0][0]).toBeGreaterThanOrEqual(12);
    expect(made[0][0]).toBeLessThanOrEqual(15);
    const afterLoad = made.find(([minute]) => minute > 41);
    expect(afterLoad?.[0]).toBeGreaterThanOrEqual(54);
    expect(afterLoad?.[0]).toBeLessThanOrEqual(58);
    expect(afterLoad?.[1]).toBeLessThanOrEqual(3);
  });

  it('ends where the target says: 1 busy vCPU at 50 % are 2 instances, 3 are 6', () => {
    const byMinute = (minute: number) => changes(result).findLast(([at]) => at <= minute)?.[1];
    expect(byMinute(39)).toBeGreaterThanOrEqual(6);
    expect(byMinute(39)).toBeLessThanOrEqual(8);
    expect(byMinute(90)).toBeGreaterThanOrEqual(2);
    expect(byMinute(90)).toBeLessThanOrEqual(3);
  });

  it('removes nothing while the metrics are out, and says insufficient data', () => {
    // The load falls at minute 40; with metrics the instances would go at minute 55.
    const blind = run(tracking, { faults: [{ at: '42m', kind: 'metrics-outage', for: '30m' }] });
    expect(changes(blind).filter(([minute]) => minute > 42 && minute < 72)).toEqual([]);
    const rows = blind.detail?.decisions ?? [];
    expect(rows.find(({ time_s }) => time_s >= 2520 && time_s < 4320)?.rule).toBe('insufficient data');
  });
});
