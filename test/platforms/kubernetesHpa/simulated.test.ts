import { describe, expect, it } from 'vitest';
import { runOnce } from '../../../src/engine/runOnce.js';
import { parseScenario } from '../../../src/scenario/load.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { hpaText } from '../../support/hpaText.js';

const code = hpaText({ max: 30, cpu: 50 });

/** 200 requests a second of 50 ms of CPU keep 10 vCPUs busy, 20 of them at half; so do 20 instances of 1 vCPU. */
const scenario: ScenarioInput = {
  name: 'steady',
  duration: '30m',
  traffic: { users: { executor: 'constant-arrival-rate', rate: 200, request: 'page' } },
  requests: { page: { route: 'web', cpu: { exponential: { mean: '50ms' } } } },
  services: {
    web: {
      instance: { vcpus: 1, cpuRequest: 1, startup: '20s', queue: 20, concurrency: 20 },
      scaling: { min: 2, max: 30, initial: 4 },
    },
  },
  telemetry: { scrape: '15s', window: '30s' },
};

describe('a manifest in the simulator', () => {
  it('finds the count at which the CPU is on target', () => {
    const result = runOnce({
      scenario: parseScenario(scenario),
      scenarioFolder: '.',
      bindings: {
        '*': { kind: 'manifest', fileName: 'hpa.yaml', path: 'hpa.yaml', code, params: {}, metricNames: {} },
      },
      replication: 0,
      detail: true,
    });
    const decisions = result.detail?.decisions ?? [];
    // The instances of the begin are warm, so their first scrape counts; from 4 it may double.
    expect(decisions.slice(0, 2).map(({ desired }) => desired)).toContain(8);
    expect(decisions.map(({ rule }) => rule)).toContain('target met: ceil(ratio x ready)');
    // 20 within the tolerance of a tenth to both sides.
    const last = decisions.at(-1)?.desired ?? 0;
    expect(last).toBeGreaterThanOrEqual(19);
    expect(last).toBeLessThanOrEqual(22);
  });
});
