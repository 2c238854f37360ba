import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../src/base/problem.js';
import { parseScenario } from '../../../src/scenario/load.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { runWithLua } from '../../support/runWithLua.js';

/** Two instances of five slots that serve 100 a second in all. */
function loaded(rate: number, gateway: ScenarioInput['gateway'], requests?: ScenarioInput['requests']): ScenarioInput {
  const traffic = (request: string, some: number) => ({
    executor: 'constant-arrival-rate' as const,
    rate: some,
    request,
  });
  return {
    name: 'loaded',
    duration: '300s',
    traffic:
      requests === undefined
        ? { load: traffic('page', rate) }
        : { high: traffic('high', rate / 2), low: traffic('low', rate / 2) },
    requests: requests ?? { page: { route: 'web', io: { exponential: { mean: '100ms' } } } },
    services: { web: { instance: { concurrency: 5 }, scaling: { min: 2, max: 2 } } },
    gateway,
  };
}

describe('admission by concurrency', () => {
  it('loses what Erlang says of so many servers', () => {
    const { measures } = runWithLua(loaded(80, { queue: {}, admission: { concurrency: 8 } }));
    // Erlang B, 8 servers, 8 erlangs: 1, then a B / (n + a B).
    let blocked = 1;
    for (let n = 1; n <= 8; n++) blocked = (8 * blocked) / (n + 8 * blocked);
    const offered = measures.requests_offered ?? 0;
    expect((measures.requests_shed ?? 0) / offered).toBeGreaterThan(blocked - 0.015);
    expect((measures.requests_shed ?? 0) / offered).toBeLessThan(blocked + 0.015);
    expect(measures.requests_rejected).toBe(measures.requests_shed);
    expect(measures.queue_wait_mean_ms).toBe(0);
  });

  it('counts those that wait, and no try that was given up', () => {
    // All 10 slots are stuck behind answers of a minute; each try is given up after 1 s, so ten a second get in.
    const stuck = loaded(
      100,
      { queue: {}, timeout: '1s', admission: { concurrency: 25 } },
      {
        high: { route: 'web', io: '1h' },
        low: { route: 'web', io: '1h' },
      },
    );
    const { measures } = runWithLua(stuck);
    const admitted = (measures.requests_offered ?? 0) - (measures.requests_shed ?? 0);
    expect(admitted / 25 / 300).toBeGreaterThan(0.85);
    expect(admitted / 25 / 300).toBeLessThan(1.01);
  });
});

describe('admission by CoDel', () => {
  it('keeps the wait near its target where a queue alone would grow without end', () => {
    const [plain, shedding] = [
      loaded(150, { queue: {} }),
      loaded(150, { queue: {}, admission: { codel: { target: '50ms' } } }),
    ].map((input) => runWithLua(input).measures);
    expect(plain.queue_wait_p50_ms).toBeGreaterThan(30_000);
    expect(shedding.queue_wait_p50_ms).toBeLessThan(1_000);
    expect(shedding.requests_shed).toBeGreaterThan(10_000);
    expect(shedding.requests_rejected).toBe(shedding.requests_shed);
  });

  it('sheds nothing where the queue drains', () => {
    expect(runWithLua(loaded(20, { queue: {}, admission: 'codel' })).measures.requests_shed).toBe(0);
  });
});

describe('admission by priority', () => {
  const requests = {
    high: { route: 'web', io: '100ms', priority: 1 },
    low: { route: 'web', io: '100ms', priority: 0 },
  };

  it('sheds the low classes alone, and only while slots are short', () => {
    const run = (rate: number) =>
      runWithLua(loaded(rate, { queue: {}, admission: { priority: { shedBelow: 1, above: 0.8 } } }, requests));
    const { measures, groups } = run(160);
    const shedOf = (name: string) => groups.find(({ source }) => source === name)?.counts.rejected;
    expect(shedOf('high')).toBe(0);
    expect(shedOf('low')).toBe(measures.requests_shed);
    expect(measures.requests_shed).toBeGreaterThan(6_000);
    expect(run(20).measures.requests_shed).toBeLessThan(30);
  });
});

describe('admission that could do nothing', () => {
  it.each([
    ['codel-without-queue', { admission: 'codel' }, { concurrency: 5 }],
    ['priority-without-slots', { admission: 'priority' }, {}],
  ] as const)('is a problem: %s', (code, gateway, instance) => {
    const input = { ...loaded(1, gateway), services: { web: { instance, scaling: { min: 1, max: 1 } } } };
    expect(() => parseScenario(input)).toThrow(ProblemError);
    try {
      parseScenario(input);
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown;
      expect(thrown.problems.map((problem) => problem.code)).toEqual([code]);
    }
  });
});
