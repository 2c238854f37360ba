import { describe, expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import type { DecisionRow } from '../../src/results/results.js';
import type { RunResult } from '../../src/results/runResult.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { hpaText } from '../support/hpaText.js';

/** 5 a second until minute 15, then 25; each request takes 80 ms of CPU. */
const step: ScenarioInput = {
  name: 'step',
  duration: '30m',
  traffic: {
    load: {
      executor: 'ramping-arrival-rate',
      startRate: 5,
      arrivals: 'even',
      stages: [
        { target: 5, duration: '15m' },
        { target: 25, duration: '0s' },
        { target: 25, duration: '15m' },
      ],
    },
  },
  requests: { page: { route: 'web', cpu: '80ms' } },
  services: {
    web: {
      instance: { vcpus: 1, cpuRequest: 1, concurrency: 50, startup: '10s' },
      scaling: { min: 1, max: 40, initial: 2 },
    },
  },
  gateway: { queue: {} },
};
const stepSeconds = 900;

function run(code: string, changes: Partial<ScenarioInput> = {}): RunResult {
  const spec = { kind: 'manifest', fileName: 'p.yaml', path: 'p', code, params: {}, metricNames: {} } as const;
  const scenario = parseScenario({ ...step, ...changes });
  return runOnce({ scenario, scenarioFolder: '.', bindings: { '*': spec }, replication: 0, detail: true });
}

/** Seconds from the step until at least so many are asked for. */
function asksAfter({ detail }: RunResult, count: number): number {
  const rows: readonly DecisionRow[] = detail?.decisions ?? [];
  const first = rows.find(({ time_s, desired }) => time_s >= stepSeconds && (desired ?? 0) >= count);
  return (first?.time_s ?? Number.POSITIVE_INFINITY) - stepSeconds;
}

const trigger = (span: string, threshold = '2.5') =>
  `    - { type: prometheus, metadata: { serverAddress: "http://p", query: "sum(rate(request_rate[${span}]))", threshold: "${threshold}" } }\n`;
const keda = (...triggers: readonly string[]) => `
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: web }
spec:
  scaleTargetRef: { name: web }
  minReplicaCount: 2
  maxReplicaCount: 40
  triggers:
${triggers.join('')}`;
const hpa = hpaText({ max: 40, cpu: 50 });

describe('how late a policy sees', () => {
  it('follows the span of the rate in a query', () => {
    // 5 a second are 2, 25 are 10; a window of w is full w after the step.
    const [two, ten] = ['2m', '10m'].map((span) => asksAfter(run(keda(trigger(span))), 10));
    expect(two).toBeGreaterThanOrEqual(105);
    expect(two).toBeLessThanOrEqual(150);
    expect(ten).toBeGreaterThanOrEqual(540);
    expect(ten).toBeLessThanOrEqual(630);
  });

  it('is its own of each trigger of one ScaledObject', () => {
    // The short one asks for 10 in two minutes, the long one for 20 in ten.
    const both = run(keda(trigger('2m'), trigger('10m', '1.25')));
    expect(asksAfter(both, 10)).toBeLessThanOrEqual(150);
    expect(asksAfter(both, 20)).toBeGreaterThanOrEqual(540);
  });

  it('is what metrics-server makes it for the CPU of an HPA, unless the scenario says otherwise', () => {
    const fast = run(hpa);
    const slow = run(hpa, { telemetry: { scrape: '15s', window: '5m' } });
    expect(asksAfter(fast, 3)).toBeLessThanOrEqual(45);
    expect(asksAfter(slow, 4)).toBeGreaterThan(asksAfter(fast, 4) + 30);
    expect(fast.notes.join()).not.toContain('goes before');
    expect(slow.notes).toContain(
      "p.yaml on web: the scenario's telemetry overrides metrics-server for cpu_utilization: window 5m instead of 15s",
    );
  });

  it('is in the notes of the result', () => {
    const notes = run(keda(trigger('2m'))).notes.filter((note) => note.startsWith('telemetry of '));
    expect(notes).toEqual([
      'telemetry of web for p.yaml: request_rate is collected every 15s, over the last 2m, so up to 135s old; gone 315s after the last collection (from the query of s0, [2m])',
    ]);
  });

  it('counts into the metric part of the lag budget', () => {
    const metricPart = (code: string) => run(code).measures.lag_metric_s ?? 0;
    expect(metricPart(hpa)).toBeLessThanOrEqual(30);
    // 3 are needed, and asked for only when the mean of ten minutes is above 17.
    expect(metricPart(keda(trigger('10m', '8.5')))).toBeGreaterThan(240);
  });

  it('leaves a new pod out until it has run for one window', () => {
    // At first 2 pods at 100 %: the next two syncs see those two alone.
    const { detail } = run(hpa, {
      services: { web: { ...step.services?.web, instance: { vcpus: 1, cpuRequest: 1, startup: '0s' } } },
    });
    const grown = detail?.decisions.filter(
      ({ time_s, reason }) => time_s > stepSeconds && reason?.includes('without a metric'),
    );
    expect(grown?.length).toBeGreaterThan(0);
  });
});
