import { describe, expect, it } from 'vitest';
import { goodShareOf } from '../../src/results/goodShareOf.js';
import { judgeRegression } from '../../src/results/judgeRegression.js';
import { parseRegressionLimits } from '../../src/results/regressionLimit.js';
import type { PolicyResult } from '../../src/results/results.js';
import { aggregationName, holds, parseThresholdExpression } from '../../src/results/thresholdExpression.js';
import { evaluateThresholds } from '../../src/results/thresholds.js';
import { compareUnanswered, compareUnpairedRuns, unansweredPairs } from '../../src/results/unansweredRuns.js';
import { missRatio } from '../../src/results/worstFirst.js';
import { samplePolicy } from '../support/samplePolicy.js';
import { sampleGroup } from '../support/sampleRuns.js';

describe('an operator of a threshold, below, at and above its limit', () => {
  it.each([
    ['<', [true, false, false]],
    ['<=', [true, true, false]],
    ['>', [false, false, true]],
    ['>=', [false, true, true]],
    ['==', [false, true, false]],
    ['===', [false, true, false]],
    ['!=', [true, false, true]],
  ] as const)('%s', (operator, kept) => {
    expect([4.999, 5, 5.001].map((value) => holds({ aggregation: 'value', operator, limit: 5 }, value))).toEqual(kept);
  });

  it.each([
    [' p( 95 )<=-1.5e2 ', { aggregation: { quantile: 0.95 }, operator: '<=', limit: -150 }, 'p(N)'],
    ['p(100)!=.5', { aggregation: { quantile: 1 }, operator: '!=', limit: 0.5 }, 'p(N)'],
    ['med===+7.', { aggregation: 'med', operator: '===', limit: 7 }, 'med'],
  ])('"%s" is read as it is meant', (text, expression, name) => {
    const found = parseThresholdExpression(text);
    expect(found).toEqual(expression);
    expect(found && aggregationName(found.aggregation)).toBe(name);
  });

  it('says how far it is missed, as a share of the limit', () => {
    const of = (expression: string, value: number | null, ok = false) => ({ metric: 'm', expression, value, ok });
    expect(missRatio(of('value<10', 15))).toBe(0.5);
    expect(missRatio(of('value>-10', -15))).toBe(0.5);
    expect(missRatio(of('value<10', null))).toBe(Number.POSITIVE_INFINITY);
    expect(missRatio(of('value<10', 5, true))).toBe(-1);
  });
});

describe('a statistic of samples', () => {
  const judge = (metric: string, expression: string, group: Parameters<typeof sampleGroup>[0], runCount = 1) => {
    const groups = [sampleGroup(group)];
    const run = { measures: {}, nulls: {}, groups, findings: [], heldBack: [], notes: [], fingerprint: '' };
    const runs = Array.from({ length: runCount }, (_, replication) => ({ ...run, replication }));
    return evaluateThresholds({ [metric]: [expression] }, runs, { spanSeconds: 50, allowEmpty: false })[0];
  };
  const rising = (count: number) => Array.from({ length: count }, (_, index) => (index + 1) / 1000);

  it.each([
    ['min<1e9', 1],
    ['max<1e9', 200],
    ['avg<1e9', 100.5],
    ['med<1e9', 100],
    // Rank 198 of 200, although 0.99 x 200 is a little more in doubles.
    ['p(99)<1e9', 198],
    ['p(99.1)<1e9', 199],
    ['p(0)<1e9', 1],
    ['p(100)<1e9', 200],
  ])('%s of 1..200 ms is about %d ms', (expression, milliseconds) => {
    const { value } = judge('http_req_duration', expression, { latencies: rising(200) });
    // A histogram's bins are narrower than 1 %; ranks of neighbours at 198 ms are 0.5 % apart.
    expect(Math.abs((value ?? 0) / milliseconds - 1)).toBeLessThan(0.0045);
  });

  it.each([
    // 98 answers of 100: the rank 98 is an answer, the rank 99 is none.
    ['p(98)<1e9', undefined],
    ['p(98.1)<1e9', 'unanswered'],
    ['avg<1e9', 'unanswered'],
    ['max<1e9', 'unanswered'],
    ['min<1e9', undefined],
  ])('%s of requests of which two got no answer', (expression, reason) => {
    const group = { latencies: rising(98), counts: { offered: 100, rejected: 2 } };
    expect(judge('latency_all_ms', expression, group).reason).toBe(reason);
  });

  it('of nothing but unanswered requests is unanswered, the least one too', () => {
    const group = { latencies: [], counts: { offered: 3, rejected: 3 } };
    for (const expression of ['min<1', 'med<1', 'p(1)<1']) {
      expect(judge('latency_all_ms', expression, group)).toMatchObject({
        value: null,
        ok: false,
        reason: 'unanswered',
      });
    }
    expect(judge('http_req_duration', 'min<1', group).reason).toBe('no data');
  });

  it.each([
    ['http_reqs', 'count<1e9', 10],
    // In 50 s.
    ['http_reqs', 'rate<1e9', 0.2],
    ['http_req_failed', 'rate<1', 0],
  ])('%s %s is the mean of the runs: %d', (metric, expression, value) => {
    for (const runCount of [1, 4]) {
      expect(judge(metric, expression, { latencies: rising(10) }, runCount).value).toBeCloseTo(value, 12);
    }
  });

  it('that no run has is no data, and a rate of no requests is none', () => {
    expect(judge('http_reqs', 'count<1', { latencies: [] }, 0)).toMatchObject({ value: null, reason: 'no data' });
    expect(judge('http_req_failed', 'rate<1', { latencies: [] })).toMatchObject({ value: null, reason: 'no data' });
  });
});

const costs = (...values: (number | null)[]) =>
  samplePolicy(
    'p',
    values.map((cost_usd) => ({ cost_usd })),
  );

function judged(before: PolicyResult, after: PolicyResult, text = 'cost_usd=5%', parts = {}) {
  const [limit] = parseRegressionLimits(text).limits;
  return judgeRegression({ baseline: before, policy: after, limit, isPaired: true, allowEmpty: false, ...parts });
}

describe('a regression', () => {
  it('has the interval of the paired differences for an absolute limit', () => {
    // Differences 1, 2, 3: mean 2, s 1, t(2, 0.995) = 9.92484.
    const { regression, low, high } = judged(costs(10, 10, 10), costs(11, 12, 13), 'cost_usd=1');
    const halfWidth = 9.924_843_2 / Math.sqrt(3);
    expect(regression).toBeCloseTo(2, 9);
    expect(low).toBeCloseTo(2 - halfWidth, 5);
    expect(high).toBeCloseTo(2 + halfWidth, 5);
  });

  it("has Welch's interval where runs are not paired", () => {
    // Variances 1 and 1 over 3 runs each: 4 degrees of freedom, t(4, 0.995) = 4.60409.
    const { regression, low, high, paired } = judged(costs(9, 10, 11), costs(13, 12, 11), 'cost_usd=1', {
      isPaired: false,
    });
    const halfWidth = 4.604_094_9 * Math.sqrt(2 / 3);
    expect([regression, paired]).toEqual([expect.closeTo(2, 9), false]);
    expect(low).toBeCloseTo(2 - halfWidth, 5);
    expect(high).toBeCloseTo(2 + halfWidth, 5);
  });

  it('is a share of the size where the baseline is below 0, too', () => {
    const scores = (value: number) => samplePolicy('p', [{ regret_ratio: value }, { regret_ratio: value }]);
    expect(judged(scores(-0.5), scores(-0.4), 'regret_ratio=10%').outcome).toBe('regressed');
    expect(judged(scores(-0.5), scores(-0.46), 'regret_ratio=10%').outcome).toBe('kept');
    expect(judged(scores(-0.5), scores(-0.4), 'regret_ratio=10%').regression).toBeCloseTo(0.2, 9);
  });

  it('looks at runs that both have, and says when there are none', () => {
    expect(judged(costs(10, null, 10), costs(10, 99, 10))).toMatchObject({ outcome: 'kept', regression: 0 });
    const apart = judged(costs(10, null), costs(null, 10));
    expect(apart).toMatchObject({ outcome: 'no data', reason: 'no data in the same run of both', ok: false });
  });

  it.each([
    [costs(10), costs(20), 'one run has no interval'],
    [costs(10), costs(10), undefined],
    [costs(10, 10), costs(20, 20), undefined],
  ])('of one run says that it has no interval, where that matters', (before, after, reason) => {
    expect(judged(before, after).reason).toBe(reason);
  });

  it('of exactly the limit is kept however the doubles round', () => {
    for (const cost of [0.1, 0.3, 1.7, 123.456, 1e6]) {
      const [before, after] = [costs(cost, 2 * cost, 3 * cost), costs(cost * 1.05, 2.1 * cost, 3.15 * cost)];
      expect(judged(before, after)).toMatchObject({ outcome: 'kept', ok: true });
    }
  });
});

describe('runs that stayed unanswered', () => {
  const side = (...late: (boolean | undefined)[]) => ({
    measure: 'm',
    policy: {
      ...samplePolicy('p', []),
      replications: late.map((isLate, replication) => ({
        replication,
        measures: { m: isLate === false ? 1 : null },
        nulls: isLate === undefined ? { m: 'no data' } : isLate ? { m: 'unanswered' } : {},
      })),
    },
  });

  it('are counted run by run where both sides say', () => {
    const [a, b] = [side(true, true, false, false, undefined), side(true, false, true, false, true)];
    expect(unansweredPairs(a, b)).toEqual({ counts: { runs: 4, a: 2, b: 2 }, onlyA: 1, onlyB: 1 });
    expect(unansweredPairs(side(false, undefined), side(false, true))).toBeUndefined();
    expect(unansweredPairs(side(true), side(false))).toEqual({ counts: { runs: 1, a: 1, b: 0 }, onlyA: 1, onlyB: 0 });
  });

  it.each([
    [0, 6, { verdict: 'worse', runs: {} }],
    [6, 0, { verdict: 'better', runs: {} }],
    // 2 x (1/2)^5 is 6.25 %.
    [0, 5, { verdict: 'undecided', runs: { runs_needed: 24 } }],
    [1, 0, { verdict: 'undecided', runs: { runs_needed: 120 } }],
    [0, 0, { verdict: 'undecided', runs: {} }],
    [3, 3, { verdict: 'undecided', runs: {} }],
  ])('only at a in %i, only at b in %i of 20', (onlyA, onlyB, expected) => {
    expect(compareUnanswered({ counts: { runs: 20, a: onlyA, b: onlyB }, onlyA, onlyB })).toEqual(expected);
  });

  it('are compared by their shares where they are not paired', () => {
    const of = (count: number, runs: number) => side(...Array.from({ length: runs }, (_, run) => run < count));
    expect(compareUnpairedRuns(of(0, 10), of(6, 10))).toMatchObject({ verdict: 'worse', ofA: { hitCount: 0 } });
    expect(compareUnpairedRuns(of(6, 10), of(0, 10)).verdict).toBe('better');
    // As many runs, but of fewer.
    expect(compareUnpairedRuns(of(6, 40), of(6, 6)).verdict).toBe('worse');
    expect(compareUnpairedRuns(of(6, 6), of(6, 40)).verdict).toBe('better');
    expect(compareUnpairedRuns(of(1, 10), of(2, 10)).verdict).toBe('undecided');
  });
});

it.each([
  [{ slo_attainment: 0.9, requests_good: 1, requests_offered: 2 }, 0.9],
  [{ slo_attainment: null, requests_good: 1, requests_offered: 2 }, 0.5],
  [{ requests_good: 0, requests_offered: 2 }, 0],
  [{ requests_good: 0, requests_offered: 0 }, undefined],
  [{ requests_good: null, requests_offered: 2 }, undefined],
  [{ requests_good: 1 }, undefined],
])('the good share of %j is %d', (measures, share) => {
  expect(goodShareOf(measures)).toBe(share);
});
