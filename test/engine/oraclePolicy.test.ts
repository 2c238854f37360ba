import { describe, expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import { PolicyFault } from '../../src/policy/policy.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';

/** 10 requests a second of 100 ms of CPU need two instances of one vCPU at 80 %, 50 need seven. */
const input: ScenarioInput = {
  name: 'steps',
  duration: '40m',
  traffic: {
    low: { executor: 'constant-arrival-rate', rate: 10 },
    burst: { executor: 'constant-arrival-rate', rate: 40, startTime: '10m', duration: '5m' },
    again: { executor: 'constant-arrival-rate', rate: 40, startTime: '15m30s', duration: '5m' },
  },
  requests: { page: { route: 'web', cpu: { constant: '100ms' } } },
  services: { web: { instance: { startup: '60s', price: 0.1 }, scaling: { min: 1, max: 20, initial: 2 } } },
};

const oracle = (scenario: ScenarioInput) =>
  runOnce({
    scenario: parseScenario(scenario),
    scenarioFolder: '.',
    bindings: { '*': { kind: 'oracle' } },
    replication: 0,
    detail: true,
  });

describe('the oracle', () => {
  it('asks one startup before the need, and keeps an instance through a gap it could not bridge', () => {
    const changes = oracle(input).detail?.decisions.map(({ time_s, desired }) => [time_s, desired]) ?? [];
    const counts = changes.filter(([, desired], index) => desired !== changes[index - 1]?.[1]);
    // The gap from 15m to 15m30s is shorter than a startup.
    expect(counts).toEqual([
      [0, 2],
      [540, 7],
      [1230, 2],
    ]);
  });

  it('is never short, and costs no less than the bound', () => {
    const { measures } = oracle(input);
    expect(measures.under_provisioned_time_percent).toBe(0);
    expect(measures.regret_ratio).toBeGreaterThanOrEqual(0);
    expect(measures.regret_ratio).toBeLessThan(0.05);
  });

  it('says why it cannot know the traffic of a closed loop', () => {
    const closed = { ...input, traffic: { users: { executor: 'constant-vus' as const, vus: 3 } } };
    expect(() => oracle(closed)).toThrow(PolicyFault);
    expect(() => oracle(closed)).toThrow(/not known in advance/);
  });
});
