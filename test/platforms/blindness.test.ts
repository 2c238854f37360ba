import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import type { PolicySpec } from '../../src/policy/policySpec.js';
import type { DecisionRow } from '../../src/results/results.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { caseCounts } from '../support/sampled.js';
import '../support/seeded.js';

/** 35 a second of 100 ms CPU keep 3.5 vCPUs busy; from minute 20 on it is a fifth of that. */
const scenario: ScenarioInput = {
  name: 'blind',
  duration: '60m',
  traffic: {
    load: {
      executor: 'ramping-arrival-rate',
      startRate: 35,
      arrivals: 'even',
      stages: [
        { target: 35, duration: '20m' },
        { target: 7, duration: '0s' },
        { target: 7, duration: '40m' },
      ],
    },
  },
  requests: { page: { route: 'web', cpu: '100ms' } },
  services: {
    web: {
      instance: { vcpus: 1, cpuRequest: 1, concurrency: 20, startup: '20s' },
      scaling: { min: 1, max: 30, initial: 7 },
    },
  },
  gateway: { queue: {} },
};

function decisionsOf(code: string, changes: Partial<ScenarioInput>, metricNames = {}): readonly DecisionRow[] {
  const isLua = code.startsWith('return');
  const file = { fileName: isLua ? 'p.lua' : 'p.yaml', path: 'p', code, params: {} };
  const spec: PolicySpec = isLua ? { kind: 'lua', ...file } : { kind: 'manifest', ...file, metricNames };
  const input = { scenario: parseScenario({ ...scenario, ...changes }), scenarioFolder: '.', replication: 0 };
  return runOnce({ ...input, bindings: { '*': spec }, detail: true }).detail?.decisions ?? [];
}

/** The counts in force from one instant to another, and the rules behind them. */
function between(rows: readonly DecisionRow[], fromSeconds: number, toSeconds: number) {
  const during = rows.filter(({ time_s, until_s }) => until_s >= fromSeconds && time_s <= toSeconds);
  return {
    counts: [...new Set(during.map(({ applied }) => applied))],
    rules: [...new Set(during.map(({ rule }) => rule))],
  };
}

/** The load falls at minute 20; half a minute later, with one low value seen, the metrics are gone for 20 minutes. */
const outage = (of: 'server' | 'targets', at = '20m30s') => ({
  faults: [{ kind: 'metrics-outage' as const, of, at, for: '20m' }],
});

const hpa = `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 2
  maxReplicas: 30
  behavior: { scaleDown: { stabilizationWindowSeconds: 0, policies: [{ type: Pods, value: 1, periodSeconds: 60 }] } }
  metrics:
    - type: Resource
      resource: { name: cpu, target: { type: Utilization, averageUtilization: 50 } }
`;

describe('an HPA without metrics', () => {
  it('goes on shrinking when it can see, so that holding is not what it does anyway', () => {
    expect(between(decisionsOf(hpa, {}), 1245, 2430).counts.at(-1)).toBe(2);
  });

  it.each(['server', 'targets'] as const)('holds what it had one sync after the %s went', (of) => {
    const rows = decisionsOf(hpa, outage(of));
    const { counts, rules } = between(rows, 1260, 2430);
    expect(counts).toHaveLength(1);
    expect(counts[0]).toBeGreaterThanOrEqual(6);
    expect(rules).toEqual(['no metrics: hold']);
    expect(rows.at(-1)?.applied).toBe(2);
  });
});

describe('an HPA on a metric that no scenario has', () => {
  it('holds, where nobody has refused it before', () => {
    const unknown = hpa.replace(
      /type: Resource\n.*/,
      'type: External\n      external: { metric: { name: orders }, target: { type: AverageValue, averageValue: "10" } }',
    );
    expect(between(decisionsOf(unknown, {}), 0, 3600)).toEqual({ counts: [7], rules: ['no metrics: hold'] });
  });
});

const keda = (metadata: string, spec = '') => `
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: web }
spec:
  scaleTargetRef: { name: web }
  minReplicaCount: 2
  maxReplicaCount: 30
  ${spec}
  advanced: { horizontalPodAutoscalerConfig: { behavior: { scaleDown: { stabilizationWindowSeconds: 0 } } } }
  triggers:
    - type: prometheus
      metadata: { serverAddress: "http://p:9090", query: "sum(rate(request_rate[2m]))", threshold: "5"${metadata} }
`;
const fallback = 'fallback: { failureThreshold: 3, replicas: 11 }';

describe('a ScaledObject without metrics', () => {
  it('falls back after failureThreshold failures, whenever the server goes', () => {
    const rows = decisionsOf(keda('', fallback), outage('server'));
    const first = rows.find(({ rule }) => rule === 'fallback static 11');
    // A poll and the HPA at 1230 s, the HPA at 1245 s, a poll at 1260 s: the fourth failure is beyond the threshold of 3.
    expect(first?.time_s).toBe(1260);
    expect(between(rows, 1300, 2420).counts).toEqual([11]);
  });

  it('wakes for the fallback when the server goes while it is at 0', () => {
    const asleep = keda(', activationThreshold: "1000"', fallback).replace('minReplicaCount: 2', 'minReplicaCount: 0');
    const web = { instance: scenario.services.web?.instance ?? {}, scaling: { min: 0, max: 30, initial: 7 } };
    const rows = decisionsOf(asleep, { services: { web }, ...outage('server', '30m') });
    expect(between(rows, 1500, 1790).counts).toEqual([0]);
    // Polls at 1800, 1830, 1860 and 1890 s.
    expect(rows.find(({ time_s, applied }) => time_s >= 1800 && applied > 0)?.time_s).toBe(1890);
    // From 1 to 5 to 10, and 11 of 10 lie within the tolerance of a tenth.
    expect(between(rows, 2000, 2980)).toEqual({ counts: [10], rules: ['fallback static 11'] });
  });

  it('holds without a fallback', () => {
    expect(between(decisionsOf(keda(''), outage('server')), 1260, 2420).counts).toHaveLength(1);
  });

  it('reads 0 once the series is stale, as ignoreNullValues has it by default', () => {
    const rows = decisionsOf(keda('', fallback), outage('targets', '10m'));
    // 35 a second are 7 instances; the last scrape is at most 15 s before minute 10, and gone 5m15s after it.
    expect(between(rows, 610, 880).counts).toEqual([7]);
    expect(between(rows, 940, 1780).counts).toEqual([2]);
    expect(rows.some(({ rule }) => rule?.startsWith('fallback'))).toBe(false);
  });

  it('fails on an empty answer with ignoreNullValues "false"', () => {
    const rows = decisionsOf(keda(', ignoreNullValues: "false"', fallback), outage('targets', '10m'));
    expect(between(rows, 1100, 1780)).toEqual({ counts: [11], rules: ['fallback static 11'] });
  });

  it('fails on an empty answer of any other scaler', () => {
    const queue = keda('', fallback).replace(
      /type: prometheus\n.*\n/,
      'type: rabbitmq\n      metadata: { queueName: q, mode: QueueLength, value: "10" }\n',
    );
    const rows = decisionsOf(queue, outage('targets', '10m'));
    expect(between(rows, 1100, 1780)).toEqual({ counts: [11], rules: ['fallback static 11'] });
  });
});

const aws = JSON.stringify([
  {
    AutoScalingGroupName: 'web',
    PolicyName: 'cpu',
    PolicyType: 'TargetTrackingScaling',
    TargetTrackingConfiguration: {
      TargetValue: 50,
      PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' },
    },
  },
  { AutoScalingGroupName: 'web', MinSize: 1, MaxSize: 30, DefaultInstanceWarmup: 60 },
]);

describe('an AWS policy without metrics', () => {
  it.each(['server', 'targets'] as const)('has insufficient data and removes nothing while the %s is out', (of) => {
    const rows = decisionsOf(aws, outage(of));
    expect(between(rows, 1320, 2430)).toEqual({ counts: [expect.any(Number)], rules: ['insufficient data'] });
    expect(rows.at(-1)?.applied).toBeLessThan(between(rows, 1320, 2430).counts[0]);
  });
});

describe('a Lua policy without metrics', () => {
  // 29 stands for "I see nothing", so that each look has a row of its own kind.
  const lua = 'return { decide = function(o) return o.metrics.cpu_utilization and 7 or 29 end }';

  it.each([
    ['server', 1230, 1230],
    // The last scrape is up to 15 s before the outage, and shown for 5 minutes and 15 s.
    ['targets', 1230 + 300, 1230 + 330],
  ] as const)('has none at all from when the %s has been out too long', (of, earliestSeconds, latestSeconds) => {
    const blind = decisionsOf(lua, outage(of)).filter(({ desired, time_s }) => desired === 29 && time_s > 60);
    expect(blind).toHaveLength(1);
    expect(blind[0].time_s).toBeGreaterThanOrEqual(earliestSeconds);
    expect(blind[0].time_s).toBeLessThanOrEqual(latestSeconds);
    expect(blind[0].until_s).toBeGreaterThanOrEqual(2415);
  });
});

describe('a server that does not answer', () => {
  const outages = fc.record({
    at: fc.integer({ min: 100, max: 2400 }),
    for: fc.integer({ min: 61, max: 900 }),
    telemetry: fc.constantFrom({}, { delay: '20s' }, { scrape: '40s', window: '3m', staleAfter: '2m' }, { loss: 0.3 }),
  });

  const blind = [
    ['an HPA', hpa],
    ['KEDA without a fallback', keda('')],
    ['AWS', aws],
  ] as const;
  for (const { tags, numRuns } of caseCounts(3, 8)) {
    const asked = tags.length === 0 ? blind.slice(0, 1) : blind;
    it.each(asked)(
      'changes nothing under %s, whenever it goes and however late metrics are',
      { tags },
      (_who, code) => {
        fc.assert(
          fc.property(outages, ({ at, for: seconds, telemetry }) => {
            const faults = [{ kind: 'metrics-outage' as const, at: `${at}s`, for: `${seconds}s` }];
            const rows = decisionsOf(code, { faults, telemetry });
            // A row of the outage may have begun before it, with the same count; what was asked for then stays.
            const begun = rows.filter(({ time_s }) => time_s >= at && time_s < at + seconds);
            const before = rows.findLast(({ time_s }) => time_s < at)?.applied ?? 7;
            for (const { applied } of begun) expect(applied).toBe(before);
          }),
          { numRuns },
        );
      },
    );
  }
});
