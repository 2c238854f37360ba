import { describe, expect, it } from 'vitest';
import type { PolicySpec } from '../../src/policy/policySpec.js';
import { fitsShortLoop } from '../../src/run/loops/fitsShortLoop.js';
import { runOnce } from '../../src/run/runOnce.js';
import { RunStreams } from '../../src/run/runStreams.js';
import { buildTraffic } from '../../src/run/traffic.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';

// Grows and shrinks all the time, so that instances start, drain and are cut off at the end of their drain.
const restless: PolicySpec = {
  kind: 'lua',
  fileName: 'restless.lua',
  path: 'restless.lua',
  code: `return { every = "7s", decide = function(o) return 3 + math.floor(o.time / 7) % 6 end }`,
  params: {},
};

function scenarioOf(part: Partial<ScenarioInput>): ScenarioInput {
  // Requests wait at the gateway or at the instance, not at both.
  const queue = part.gateway?.queue === undefined ? { queue: 4 } : {};
  return {
    name: 'loops',
    duration: '5m',
    warmup: '10s',
    traffic: {
      steady: { executor: 'constant-arrival-rate', rate: 30, request: 'page' },
      wave: { executor: 'diurnal', mean: 10, peakToTrough: 4, period: '2m', request: 'report' },
    },
    requests: {
      page: { route: { web: 3, api: 1 }, io: { exponential: { mean: '100ms' } }, errorRate: 0.1, memory: '3MB' },
      report: { route: 'web', io: { lognormal: { mean: '2s', cv: 2 } }, responseBytes: '1kB' },
    },
    services: {
      web: {
        instance: { concurrency: 6, ...queue, startup: { exponential: { mean: '5s' } }, drain: '2s', price: 0.1 },
        scaling: { min: 1, max: 12, initial: 4 },
        zones: 2,
      },
      api: { instance: { concurrency: 2 }, scaling: { min: 3, max: 3 } },
    },
    telemetry: { window: '20s' },
    slo: { latency: '500ms', objective: 0.9 },
    ...part,
  } as ScenarioInput;
}

function bothWays(input: ScenarioInput): { short: string; events: string; fits: boolean } {
  const scenario = parseScenario(input);
  const base = { scenario, scenarioFolder: '.', bindings: { web: restless }, replication: 3, detail: true } as const;
  const traffic = buildTraffic(base, new RunStreams({ seed: 1, replication: 0 }));
  return {
    short: JSON.stringify(runOnce({ ...base, fingerprint: true })),
    events: JSON.stringify(runOnce({ ...base, fingerprint: true, loop: 'events' })),
    fits: fitsShortLoop(scenario, traffic),
  };
}

describe('the short loop and the general one', () => {
  it.each([
    ['round-robin', { balancer: 'round-robin' }],
    ['random', { balancer: 'random' }],
    ['least-requests', { balancer: 'least-requests' }],
    ['power-of-two', { balancer: 'power-of-two' }],
    ['a central queue', { queue: { limit: 30 } }],
    ['a central queue with least-requests', { balancer: 'least-requests', queue: { limit: 20 } }],
  ])('give the same bytes with %s', (_name, gateway) => {
    const { short, events, fits } = bothWays(scenarioOf({ gateway: gateway as ScenarioInput['gateway'] }));
    expect(fits).toBe(true);
    expect(short).toBe(events);
    // The claim would be empty if nothing was rejected, cut off or queued.
    const { measures } = JSON.parse(short);
    expect(measures.requests_aborted).toBeGreaterThan(0);
    expect(measures.requests_rejected).toBeGreaterThan(0);
    expect(measures.queue_wait_probability).toBeGreaterThan(0.01);
  });

  it.each([
    ['one source and one route', { page: { route: 'web', io: { exponential: { mean: '400ms' } } } }],
    [
      'one source and two routes',
      { page: { route: { web: 2, api: 1 }, io: { lognormal: { mean: '400ms', cv: 1 } }, errorRate: 0.1 } },
    ],
  ])('give the same bytes with %s', (_name, requests) => {
    const traffic = { only: { executor: 'constant-arrival-rate', rate: 90, request: 'page' } } as const;
    const { short, events, fits } = bothWays(scenarioOf({ traffic, requests: requests as ScenarioInput['requests'] }));
    expect(fits).toBe(true);
    expect(short).toBe(events);
    expect(JSON.parse(short).measures.queue_wait_probability).toBeGreaterThan(0.01);
  });

  it('give the same bytes where events fall on the same instant', () => {
    const { short, events } = bothWays(
      scenarioOf({
        traffic: { even: { executor: 'constant-arrival-rate', rate: 10, arrivals: 'even', request: 'page' } },
        requests: { page: { route: 'web', io: '500ms' }, report: { route: 'web', io: '1s' } },
      }),
    );
    expect(short).toBe(events);
  });

  it.each([
    ['cpu', { requests: { page: { route: 'web', cpu: '5ms' }, report: { route: 'web', io: '1s' } } }],
    [
      'patience',
      { requests: { page: { route: 'web', io: '1s', patience: '5s' }, report: { route: 'web', io: '1s' } } },
    ],
    ['a timeout', { gateway: { timeout: '1s' } }],
    ['retries', { gateway: { retries: { attempts: 2 } } }],
    ['priorities', { gateway: { queue: { limit: 5, discipline: 'priority' } } }],
    ['a fault', { faults: [{ kind: 'crash', at: '1m', service: 'web' }] }],
    ['cpu beside requests', { services: { web: { instance: { baseCpu: 0.1 } }, api: {} } }],
    ['a start that burns cpu', { services: { web: { instance: { startupCpu: { cores: 1, for: '5s' } } }, api: {} } }],
    ['virtual users', { traffic: { users: { executor: 'constant-vus', vus: 3, request: 'page' } } }],
  ])('part where there is %s: only the general one knows it', (_name, part) => {
    expect(bothWays(scenarioOf(part as Partial<ScenarioInput>)).fits).toBe(false);
  });
});
