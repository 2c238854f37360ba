import { describe, expect, it } from 'vitest';
import { comparePolicies } from '../../src/results/comparisons.js';
import { samplePolicy } from '../support/samplePolicy.js';

const costs = (name: string, values: readonly number[]) =>
  samplePolicy(
    name,
    values.map((cost_usd) => ({ cost_usd })),
  );
const verdictOn = (a: readonly number[], b: readonly number[]) => comparePolicies(costs('a', a), costs('b', b))[0];

describe('comparisons with the reference', () => {
  it.each([
    [[10, 20, 30, 40, 50], [12, 22.1, 31.9, 42, 52], 'worse'], // paired: +2 each, however the runs differ
    [[10, 20, 30, 40, 50], [7, 17.1, 26.9, 37, 47], 'better'],
    [[10, 11, 10, 11, 10], [10.1, 11.1, 10.1, 11.1, 10.1], 'no difference that matters'], // certain, but below 2 %
    [[10, 11, 10, 11, 10], [8, 14, 9, 13, 11], 'undecided'],
  ])('judges %j against %j as %s', (a, b, verdict) => {
    expect(verdictOn(a, b).verdict).toBe(verdict);
  });

  it('takes the difference as b - a', () => {
    expect(verdictOn([1, 2], [4, 5]).difference).toBe(3);
  });

  it('has a difference but no interval and no verdict with one run', () => {
    expect(verdictOn([1], [4])).toMatchObject({ difference: 3, low: null, high: null, verdict: 'undecided' });
  });

  it('says how many runs would settle an undecided comparison', () => {
    expect(verdictOn([10, 11, 10, 11, 10], [8, 14, 9, 13, 11]).runs_needed).toBeGreaterThan(5);
  });

  it('pairs by the number of the replication, when an interruption left different ones', () => {
    const a = samplePolicy('a', [{ cost_usd: 1 }, { cost_usd: 2 }, { cost_usd: 30 }]);
    const b = samplePolicy('b', [{ cost_usd: 2 }, { cost_usd: 3 }]);
    expect(comparePolicies(a, b)[0].difference).toBe(1);
  });

  const lateRuns = (name: string, isLate: (run: number) => boolean, runs = 10) =>
    samplePolicy(
      name,
      Array.from({ length: runs }, (_, run) => ({ latency_all_p99_ms: isLate(run) ? null : 100 })),
      { latency_all_p99_ms: 'unanswered' },
    );
  const none = lateRuns('none', () => false);

  it.each([
    ['in every run against none', none, lateRuns('b', () => true), { verdict: 'worse', unanswered: { a: 0, b: 10 } }],
    ['in none against every run', lateRuns('a', () => true), none, { verdict: 'better', unanswered: { a: 10, b: 0 } }],
    ['in six runs more', none, lateRuns('b', (run) => run < 6), { verdict: 'worse' }],
    ['in five runs more', none, lateRuns('b', (run) => run < 5), { verdict: 'undecided', runs_needed: 12 }],
    ['in one run more', none, lateRuns('b', (run) => run < 1), { verdict: 'undecided', runs_needed: 60 }],
    ['in the same runs', lateRuns('a', (run) => run < 8), lateRuns('b', (run) => run < 8), { verdict: 'undecided' }],
    ['in other runs', lateRuns('a', (run) => run < 5), lateRuns('b', (run) => run > 4), { verdict: 'undecided' }],
  ])('judges requests unanswered %s by the number of runs', (_, a, b, expected) => {
    const [row] = comparePolicies(a, b);
    expect(row).toMatchObject({ difference: null, low: null, high: null, ...expected });
    if (!('runs_needed' in expected)) expect(row.runs_needed).toBeUndefined();
  });

  it('takes no part of a share near 1 for its size: the error budget counts', () => {
    const shares = (name: string, mean: number) =>
      samplePolicy(
        name,
        [-2, -1, 0, 1, 2].map((step) => ({ slo_attainment: mean + step * 1e-5 })),
      );
    const against = (a: number, b: number, objective?: number) =>
      comparePolicies(shares('a', a), shares('b', b), { objective })[0].verdict;
    // 0.7 and 6.8 times the budget.
    expect(against(0.9993, 0.9932, 0.999)).toBe('worse');
    expect(against(0.9932, 0.9993, 0.999)).toBe('better');
    expect(against(0.9993, 0.9932)).toBe('worse');
    expect(against(0.99931, 0.9993, 0.999)).toBe('no difference that matters');
    expect(against(0.99931, 0.9993, 0.99999)).toBe('worse');
  });

  it('judges five measures and no other, and says what another shows by itself', () => {
    const policy = (name: string, more: number) =>
      samplePolicy(
        name,
        [10, 12, 11, 13, 12].map((cost) => ({
          cost_usd: cost + more,
          cost_usd_per_month: 730 * (cost + more),
          instances_mean: cost + more,
        })),
      );
    const rows = comparePolicies(policy('a', 0), policy('b', 5));
    const of = (name: string) => rows.find(({ measure }) => measure === name);
    expect(of('cost_usd')).toMatchObject({ verdict: 'worse', confidence: 0.95 });
    expect(of('cost_usd_per_month')).toMatchObject({ verdict: 'worse', confidence: 0.95 });
    expect(of('instances_mean')).toMatchObject({ verdict: 'not judged', uncorrected: 'worse', confidence: 0.95 });
    expect(of('cost_usd')?.uncorrected).toBeUndefined();
  });

  it('leaves out measures without data on either side', () => {
    const nothing = samplePolicy('none', [{ slo_attainment: null }], { slo_attainment: 'no slo' });
    expect(comparePolicies(nothing, nothing)).toEqual([]);
  });
});
