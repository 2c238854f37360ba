import { describe, expect, it } from 'vitest';
import { openStream } from '../../src/random/keyedStream.js';
import type { Stream } from '../../src/random/stream.js';
import { aggregateMeasures } from '../../src/results/aggregate.js';
import { comparePolicies } from '../../src/results/comparisons.js';
import { judgeRegression } from '../../src/results/judgeRegression.js';
import type { PolicyResult } from '../../src/results/results.js';
import { sampled } from '../support/sampled.js';
import { samplePolicy } from '../support/samplePolicy.js';

/** Runs of one policy as scenarios make them: one load drives all measures, and few runs are bad. */
function drawnPolicy(name: string, stream: Stream, { runs = 10, lateRatio = 0 } = {}): PolicyResult {
  const replications = Array.from({ length: runs }, (_, replication) => {
    const load = stream.normal();
    const isBad = stream.uniform() < 0.2;
    const isLate = stream.uniform() < lateRatio;
    const missing = 0.005 * Math.exp(0.7 * load + 0.5 * stream.normal()) + (isBad ? 0.03 : 0);
    const flapMean = stream.exponential();
    let flaps = 0;
    for (let rest = flapMean - stream.exponential(); rest > 0; rest -= stream.exponential()) flaps++;
    return {
      replication,
      measures: {
        slo_attainment: 1 - Math.min(1, missing),
        latency_all_p99_ms: isLate ? null : 300 * Math.exp(0.5 * load + stream.normal() * 0.5) * (isBad ? 8 : 1),
        cost_usd: 10 + load + 0.3 * stream.normal(),
        scaling_reversals: flaps,
        time_above_slo_s: isBad ? 60 * Math.ceil(3 * stream.exponential()) : 0,
        longest_above_slo_s: isBad ? 60 : 0,
        instances_mean: 8 + load,
      },
      ...(isLate ? { nulls: { latency_all_p99_ms: 'unanswered' } } : {}),
    };
  });
  return { ...samplePolicy(name, []), replications, measures: aggregateMeasures(replications) };
}

describe('a policy against itself on other seeds', () => {
  const comparisonCount = 600;
  // Three standard deviations of chance above 5 %: a fault of the rule shows as 10 % and more.
  const mostFalse = 0.05 * comparisonCount + 3 * Math.sqrt(0.05 * 0.95 * comparisonCount);
  const falseWords = (options: { runs?: number; lateRatio?: number }) => {
    const stream = openStream({ seed: 6, replication: 0, owner: 'comparisons', purpose: 'test' });
    let count = 0;
    for (let index = 0; index < comparisonCount; index++) {
      const rows = comparePolicies(drawnPolicy('a', stream, options), drawnPolicy('b', stream, options), {
        objective: 0.99,
      });
      if (rows.some(({ verdict }) => verdict === 'better' || verdict === 'worse')) count++;
    }
    return count;
  };

  for (const { tags, part } of sampled(
    [
      ['in ten runs', {}],
      ['in five runs', { runs: 5 }],
      ['in thirty runs', { runs: 30 }],
      ['with 2.7 % of its runs unanswered', { lateRatio: 0.027 }],
      ['with half of its runs unanswered', { lateRatio: 0.5 }],
    ],
    5,
  )) {
    it.each(part)(
      'is called better or worse in any column in at most 5 %% of comparisons, %s',
      { tags },
      (_, options) => {
        expect(falseWords(options)).toBeLessThanOrEqual(mostFalse);
      },
    );
  }

  it('fails no gate for chance with 2.7 % of its runs unanswered', { tags: ['ci'] }, () => {
    const stream = openStream({ seed: 7, replication: 0, owner: 'comparisons', purpose: 'test' });
    const limit = {
      measure: 'latency_all_p99_ms',
      better: 'lower',
      kind: 'relative',
      limit: 0.1,
      level: 'error',
    } as const;
    let failed = 0;
    for (let index = 0; index < 200; index++) {
      const baseline = drawnPolicy('p', stream, { lateRatio: 0.027 });
      const policy = drawnPolicy('p', stream, { lateRatio: 0.027 });
      for (const isPaired of [true, false]) {
        if (!judgeRegression({ baseline, policy, limit, isPaired, allowEmpty: false }).ok) failed++;
      }
    }
    // 1 % of 400 would be 4.
    expect(failed).toBeLessThanOrEqual(10);
  });
});
