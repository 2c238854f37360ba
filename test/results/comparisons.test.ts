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
    [[10, 11, 10, 11, 10], [10.1, 11.1, 10.1, 11.1, 10.1], 'no difference shown'], // certain, but below 2 %
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

  it('ranks unanswered worst, and tells two of them not apart', () => {
    const late = samplePolicy('late', [{ latency_all_p99_ms: null }], { latency_all_p99_ms: 'unanswered' });
    const fine = samplePolicy('fine', [{ latency_all_p99_ms: 100 }]);
    expect(comparePolicies(fine, late)[0]).toMatchObject({ verdict: 'worse', difference: null, low: null, high: null });
    expect(comparePolicies(late, fine)[0].verdict).toBe('better');
    expect(comparePolicies(late, late)[0].verdict).toBe('undecided');
  });

  it('leaves out measures without data on either side', () => {
    const none = samplePolicy('none', [{ slo_attainment: null }], { slo_attainment: 'no slo' });
    expect(comparePolicies(none, none)).toEqual([]);
  });
});
