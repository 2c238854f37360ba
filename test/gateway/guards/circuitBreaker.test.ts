import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../src/base/problem.js';
import { parseScenario } from '../../../src/scenario/load.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { runWithLua } from '../../support/runWithLua.js';

/** 40 a second for two instances of ten slots; answers fail from 60 to 120 s, or as `parts` say. */
function guarded(gateway: ScenarioInput['gateway'], parts: Partial<ScenarioInput> = {}): ScenarioInput {
  return {
    name: 'guarded',
    duration: '240s',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 40 } },
    requests: { page: { route: 'web', io: '100ms' } },
    services: { web: { instance: { concurrency: 10 }, scaling: { min: 2, max: 2 } } },
    faults: [{ kind: 'errors', at: '60s', for: '60s', fraction: 1, rate: 1 }],
    gateway,
    ...parts,
  };
}

describe('a circuit breaker on failures', () => {
  it('keeps nearly all tries from a service that fails, and lets them in again', () => {
    const plain = runWithLua(guarded({})).measures;
    expect(plain.requests_failed).toBeGreaterThan(2_300);
    const { measures } = runWithLua(guarded({ circuitBreaker: { openFor: '10s' } }));
    // Till half of the window's 400 failed: 5 s, 200 tries, and what is inside; then 5 probes each 10 s and their share.
    expect(measures.requests_failed).toBeGreaterThan(200);
    expect(measures.requests_failed).toBeLessThan(260);
    // Open from 65 s until the first probes after 120 s went well: 60 s, 10 s more or less.
    expect(measures.requests_rejected).toBeGreaterThan(50 * 40);
    expect(measures.requests_rejected).toBeLessThan(72 * 40);
    expect(measures.requests_completed).toBeGreaterThan(9_600 - 260 - 72 * 40);
  });

  it('is of one service, and the other goes on', () => {
    const two = guarded(
      { circuitBreaker: { failureRatio: 0.5 } },
      {
        requests: { page: { route: { web: 1, api: 1 }, io: '100ms' } },
        services: { web: { scaling: { min: 1, max: 1 } }, api: { scaling: { min: 1, max: 1 } } },
        faults: [{ kind: 'errors', service: 'web', at: '60s', for: '60s', fraction: 1, rate: 1 }],
      },
    );
    const { measures } = runWithLua(two);
    expect(measures['services.web.requests_rejected']).toBeGreaterThan(1_000);
    expect(measures['services.api.requests_rejected']).toBe(0);
  });
});

describe('a circuit breaker of limits', () => {
  const calm = { faults: [] } satisfies Partial<ScenarioInput>;

  it('refuses what exceeds the tries at instances: Erlang B', () => {
    const { measures } = runWithLua(guarded({ circuitBreaker: { requests: 5 } }, calm));
    let blocked = 1;
    for (let n = 1; n <= 5; n++) blocked = (4 * blocked) / (n + 4 * blocked);
    const share = (measures.requests_rejected ?? 0) / (measures.requests_offered ?? 1);
    expect(Math.abs(share - blocked)).toBeLessThan(0.02);
  });

  it.each([
    ['the central queue', { queue: {} }],
    ['the queues of instances', { balancer: 'least-requests' as const }],
  ])('refuses what exceeds the tries that wait in %s', (_where, way) => {
    const slow = { ...calm, requests: { page: { route: 'web', io: '1s' } } };
    const { measures, detail } = runWithLua(guarded({ ...way, circuitBreaker: { pending: 7 } }, slow));
    const queue = detail?.timeline[0].queue ?? [];
    expect(Math.max(...queue)).toBe(7);
    // 20 a second are served.
    expect(measures.requests_rejected).toBeGreaterThan(4_500);
    expect(measures.requests_completed).toBeGreaterThan(4_500);
  });

  it('refuses retries beyond its limit, and no first try', () => {
    const { measures } = runWithLua(guarded({ retries: { attempts: 3 }, circuitBreaker: { retries: 0 } }));
    // Each of the 2,400 that fail is tried again, and both further tries are refused.
    expect(measures.requests_failed).toBe(0);
    expect(measures.requests_rejected).toBeGreaterThan(2_300);
    expect(measures.requests_rejected).toBeLessThan(2_500);
  });

  it('stands beside one on failures in a list', () => {
    const both = guarded({ circuitBreaker: [{ requests: 5 }, { failureRatio: 0.5, openFor: '10s' }] });
    const { measures } = runWithLua(both);
    expect(measures.requests_failed).toBeLessThan(300);
    expect(measures.requests_rejected).toBeGreaterThan(3_000);
  });
});

it.each([
  [{ requests: 5, failureRatio: 0.5 }, /mixes limits with a ratio/],
  [{ failures: 5 }, /neither limits nor a ratio/],
  [[], /./],
])('a breaker that is none is a problem: %j', (circuitBreaker, what) => {
  const input = guarded({ circuitBreaker: circuitBreaker as never }); // safe: wrong on purpose
  expect(() => parseScenario(input)).toThrow(ProblemError);
  try {
    parseScenario(input);
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    expect(thrown.problems.map((problem) => `${problem.where} ${problem.what}`).join()).toMatch(what);
  }
});
