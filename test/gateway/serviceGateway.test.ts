import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { anyScenario } from '../support/anyScenario.js';
import { callScenario, runCalls } from './calls/callRuns.js';

const run = (input: ScenarioInput) =>
  runOnce({ scenario: parseScenario(input), scenarioFolder: '.', bindings: {}, replication: 0, detail: false });

/** What the gateway says that the service must not have. */
const hostile = {
  timeout: '1ms',
  totalTimeout: '3ms',
  retries: { attempts: 7 },
  rateLimit: [{ requests: 1 }],
  admission: { concurrency: 1 },
  circuitBreaker: { requests: 1 },
  ejection: { consecutiveErrors: 1 },
  endpointLag: '1m',
  connectTimeout: '30s',
  healthCheck: { interval: '1s', timeout: '1s' },
  hedging: { after: '1ms' },
  panic: 0.9,
  rejectLatency: '9ms',
} as const;

describe('a gateway section of a service', { tags: ['ci'] }, () => {
  it('is for it what the same section is as the gateway, whatever the gateway says', () => {
    fc.assert(
      fc.property(anyScenario, fc.boolean(), (input, isHostile) => {
        const [own, { web, ...others }] = [input.gateway, input.services];
        const { rejectLatency } = parseScenario(input).gateway;
        const none = {
          ...Object.fromEntries(Object.keys(hostile).map((key) => [key, 'none'])),
          rejectLatency: `${rejectLatency}s`,
        };
        const moved = {
          ...input,
          gateway: isHostile ? hostile : {},
          services: { ...others, web: { ...web, gateway: { ...(isHostile ? none : {}), ...own } } },
        } as ScenarioInput;
        expect(run(moved).measures).toEqual(run(input).measures);
      }),
      { numRuns: 40, seed: 18 },
    );
  });

  it('changes nothing of a service beside it', () => {
    fc.assert(
      fc.property(anyScenario, (input) => {
        const beside = (gateway: object) =>
          ({
            ...input,
            traffic: { ...input.traffic, other: { executor: 'constant-arrival-rate', rate: 20, request: 'other' } },
            requests: { ...input.requests, other: { route: 'api', cpu: '40ms' } },
            services: { ...input.services, api: { instance: { concurrency: 2 }, gateway } },
          }) as ScenarioInput;
        const named = { load: { ...Object.values(input.traffic)[0], request: 'page' } };
        const ofWeb = (gateway: object) => {
          const whole = beside(gateway);
          const { measures } = run({ ...whole, traffic: { ...whole.traffic, ...named } } as ScenarioInput);
          const ofService = Object.entries(measures).filter(([name]) => name.startsWith('services.web.'));
          // Integrals over time are added up in other steps.
          return ofService.map(([name, value]) => [name, value === null ? null : Number(value?.toPrecision(9))]);
        };
        const plain = {
          ...Object.fromEntries(['slowStart', ...Object.keys(hostile)].map((key) => [key, 'none'])),
          rejectLatency: '1ms',
        };
        expect(ofWeb({ ...plain, rateLimit: [{ requests: 9 }], balancer: 'random', timeout: '20ms' })).toEqual(
          ofWeb({ ...plain, rateLimit: [{ requests: 1 }], balancer: 'round-robin', timeout: '2s' }),
        );
      }),
      { numRuns: 8, seed: 18 },
    );
  });
});

describe('calls to a service with rules of its own', () => {
  const calling = (change: object, gateway: object = {}) =>
    callScenario({
      duration: '20s',
      gateway,
      services: { web: { scaling: {} }, store: { scaling: {}, gateway: change } },
      requests: {
        checkout: { route: 'web', io: '10ms', calls: [{ request: 'stock' }] },
        stock: { route: 'store', io: '500ms' },
      },
    } as unknown as Parameters<typeof callScenario>[0]);

  it('have its timeout and its retries: 3 x 100 ms and the caller fails', () => {
    const { measures } = runCalls(calling({ timeout: '100ms', retries: { attempts: 3 } }));
    const endedBefore = (measures.requests_offered ?? 0) - 3;
    expect(measures.requests_failed).toBe(endedBefore);
    expect(measures.call_tries).toBe(3 * endedBefore + 3 + 2 + 1);
    expect(measures.latency_all_p50_ms).toBeNull();
    expect(measures['services.web.attempts']).toBe(measures.requests_offered);
  });

  it('have none where it says none, and callers keep that of the gateway', () => {
    const { measures } = runCalls(calling({ timeout: 'none' }, { timeout: '600ms' }));
    // Who came in the last 510 ms is not done.
    expect([measures.requests_offered, measures.requests_completed]).toEqual([200, 195]);
    const late = runCalls(calling({ timeout: 'none' }, { timeout: '505ms' })).measures;
    expect(late.requests_timed_out).toBe(195);
    expect(late['services.store.requests_completed']).toBe(195);
  });

  it('meet its limits: a token bucket of its own lets 2 a second of 10 through', () => {
    const { measures } = runCalls(calling({ rateLimit: [{ requests: 2, burst: 1 }] }));
    expect(measures['services.store.requests_rate_limited']).toBeGreaterThan(155);
    expect(measures['services.web.requests_rate_limited'] ?? 0).toBe(0);
  });

  it('are the only ones that its checks and ejections count', () => {
    const { measures } = runCalls(calling({ healthCheck: { interval: '1s', timeout: '1s' } }));
    expect(measures['services.store.health_checks']).toBeGreaterThanOrEqual(18);
    expect(measures['services.web.health_checks'] ?? 0).toBe(0);
  });
});
