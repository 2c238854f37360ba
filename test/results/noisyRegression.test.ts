import { describe, expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import { judgeRegression } from '../../src/results/judgeRegression.js';
import { parseRegressionLimits } from '../../src/results/regressionLimit.js';
import type { PolicyResult } from '../../src/results/results.js';
import { parseScenario } from '../../src/scenario/load.js';
import { samplePolicy } from '../support/samplePolicy.js';

interface Sides {
  readonly before: PolicyResult;
  readonly after: PolicyResult;
  readonly limit?: string;
  readonly isPaired?: boolean;
}

function judge({ before, after, limit = 'cost_usd=5%', isPaired = true }: Sides) {
  const [first] = parseRegressionLimits(limit).limits;
  return judgeRegression({ baseline: before, policy: after, limit: first, isPaired, allowEmpty: false });
}

/** A minute of a fleet that follows its load: its bill and its latencies differ from run to run. */
const noisyScenario = parseScenario({
  name: 'noisy',
  duration: '2m',
  traffic: {
    users: {
      executor: 'markov-modulated',
      states: [
        { rate: 5, stay: '10s' },
        { rate: 40, stay: '10s' },
      ],
    },
  },
  requests: { page: { route: 'web', io: { exponential: { mean: '100ms' } } } },
  services: {
    web: { instance: { concurrency: 2, price: 1, startup: '1s' }, scaling: { min: 1, max: 8, initial: 2 } },
  },
  gateway: { queue: { limit: 1000 } },
  telemetry: { scrape: '2s', window: '5s' },
});

const follower = {
  kind: 'lua',
  fileName: 'p.lua',
  path: 'p.lua',
  code: 'return { every = "2s", decide = function(o) local n = (o.metrics.in_flight or 0) + (o.metrics.queue_depth or 0) return math.max(1, math.ceil(n / 1.5)) end }',
  params: {},
} as const;

function runsOf(seed: number, count: number): PolicyResult {
  const scenario = { ...noisyScenario, seed };
  const runs = Array.from({ length: count }, (_, replication) =>
    runOnce({ scenario, scenarioFolder: '.', bindings: { '*': follower }, replication, detail: false }),
  );
  return samplePolicy(
    'p',
    runs.map(({ measures: { cost_usd, latency_all_p95_ms } }) => ({ cost_usd, latency_all_p95_ms })),
  );
}

const dearer = (policy: PolicyResult, factor: number): PolicyResult =>
  samplePolicy(
    policy.name,
    policy.replications.map(({ measures }) => ({ cost_usd: (measures.cost_usd ?? 0) * factor })),
  );

describe('over 50 seeds of a noisy scenario', () => {
  const results = Array.from({ length: 51 }, (_, seed) => runsOf(seed, 10));
  const spread = results.map(
    ({ measures: { cost_usd } }) => ((cost_usd.high ?? 0) - (cost_usd.low ?? 0)) / (cost_usd.mean ?? 1),
  );

  it('chance moves the bill by more than the limit, so that judging points would fail', () => {
    const points = results
      .slice(1)
      .map(({ measures }, index) => (measures.cost_usd.mean ?? 0) / (results[index].measures.cost_usd.mean ?? 1));
    expect(Math.min(...spread)).toBeGreaterThan(0.05);
    expect(points.some((ratio) => ratio > 1.05)).toBe(true);
  });

  it.each([true, false])('a policy never fails against itself on other traffic (paired: %s)', (isPaired) => {
    const failed = results
      .slice(1)
      .flatMap((after, index) =>
        ['cost_usd=5%', 'latency_all_p95_ms=10%']
          .map((limit) => judge({ before: results[index], after, limit, isPaired }))
          .filter(({ ok }) => !ok),
      );
    expect(failed).toEqual([]);
  });

  it('a policy that is 6 % dearer on the same traffic always fails', () => {
    const outcomes = results.map((before) => judge({ before, after: dearer(before, 1.06) }).outcome);
    expect(new Set(outcomes)).toEqual(new Set(['regressed']));
  });

  it('a policy that is 4 % dearer on the same traffic never fails', () => {
    const outcomes = results.map((before) => judge({ before, after: dearer(before, 1.04) }).outcome);
    expect(new Set(outcomes)).toEqual(new Set(['kept']));
  });
});
