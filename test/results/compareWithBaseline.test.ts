import { describe, expect, it } from 'vitest';
import { aggregateMeasures } from '../../src/results/aggregate.js';
import { compareWithBaseline } from '../../src/results/compareWithBaseline.js';
import { comparePolicies } from '../../src/results/comparisons.js';
import { decisionChange } from '../../src/results/decisionChange.js';
import { parseRegressionLimits } from '../../src/results/regressionLimit.js';
import type { DecisionRow, ScenarioResult } from '../../src/results/results.js';
import { samplePolicy, sampleScenario } from '../support/samplePolicy.js';

const shares = (name: string, mean: number) =>
  samplePolicy(
    name,
    [-2, -1, 0, 1, 2].map((step) => ({ slo_attainment: mean + step * 1e-5 })),
  );
const row: DecisionRow = {
  ...{ time_s: 15, until_s: 30, service: 'web', desired: 2, applied: 2, result: 'accepted' },
};

function compare(now: ScenarioResult, before: ScenarioResult) {
  return compareWithBaseline(now, {
    baseline: { format: 'dryscale-result/1', version: '0.1.0', scenarios: [before] },
    limits: parseRegressionLimits('slo_attainment=1%').limits,
    version: '0.1.0',
    allowEmpty: false,
  });
}

describe('a scenario against a baseline', () => {
  const before = sampleScenario([shares('p', 0.99931)]);
  // Twice a hundred-thousandth: 0.2 % of the budget of 99 %, and 3 % of what was missing.
  const after = [shares('p', 0.99929)];

  it('is not compared where the baseline has none of its name', () => {
    expect(compare(sampleScenario(after, { name: 'other' }), before)).toBeUndefined();
  });

  it('has a good share that moved by what its own objective makes of it', () => {
    expect(compare(sampleScenario(after), before)?.moved).toEqual([]);
    const [moved] = compare(sampleScenario(after, { slo: null }), before)?.moved ?? [];
    expect(moved).toMatchObject({ policy: 'p', measure: 'slo_attainment', verdict: 'worse' });
    expect([moved.baseline, moved.value]).toEqual([expect.closeTo(0.99931, 9), expect.closeTo(0.99929, 9)]);
  });

  it('has nothing that moved where runs are not paired', () => {
    const other = sampleScenario([shares('p', 0.5)], { seed: 2 });
    expect(compare(sampleScenario(after), other)?.moved).toEqual([]);
  });

  it('leaves out policies that failed, here and there', () => {
    const failed = { name: 'q', failed: { message: 'no' } } as unknown as ScenarioResult['policies'][number];
    const withFailed = (scenario: ScenarioResult) => ({ ...scenario, policies: [...scenario.policies, failed] });
    const both = compare(withFailed(sampleScenario(after)), withFailed(before));
    expect([both?.unknown, both?.regressions.map(({ policy }) => policy)]).toEqual([[], ['p']]);
    const now = sampleScenario([...after, shares('q', 0.9)]);
    expect(compare(now, withFailed(before))?.unknown).toEqual(['q']);
  });

  it.each<[what: string, parts: Partial<ScenarioResult>, decisions: number]>([
    ['the same', {}, 1],
    ['the first, named', { shown_replication: 0 }, 1],
    ['another', { shown_replication: 3 }, 0],
    ['one of another seed', { seed: 2 }, 0],
  ])('compares decisions where the run that is shown is %s', (_what, parts, count) => {
    const [policy] = after;
    const now = sampleScenario([{ ...policy, decisions: [row] }], parts);
    const found = compare(now, before);
    expect(found?.decisions).toEqual(count === 0 ? [] : [{ policy: 'p', before: 0, after: 1, first_change_s: 15 }]);
    expect(found?.notes.some((note) => note.startsWith('Decisions are not compared'))).toBe(count === 0);
  });
});

describe('a decision is another one', () => {
  it.each<[what: string, change: Partial<DecisionRow>, isOther: boolean]>([
    ['at another time', { time_s: 14 }, true],
    ['until another time', { until_s: 45 }, true],
    ['for another service', { service: 'api' }, true],
    ['for another count', { desired: 3 }, true],
    ['of which another came', { applied: 1 }, true],
    ['with another result', { result: 'clamped' }, true],
    ['but not for another reason', { reason: 'because' }, false],
  ])('%s', (_what, change, isOther) => {
    const { first_change_s } = decisionChange({ decisions: [row] }, { decisions: [{ ...row, ...change }] });
    expect(first_change_s).toBe(isOther ? Math.min(15, change.time_s ?? 15) : null);
  });
});

describe('the confidence of a row', () => {
  it('is that of the family where it is judged, and plain where nothing matters', () => {
    const policy = (name: string, costs: readonly number[], flaps: readonly number[]) =>
      samplePolicy(
        name,
        costs.map((cost_usd, run) => ({ cost_usd, scaling_reversals: flaps[run], instances_mean: flaps[run] })),
      );
    const a = policy('a', [10, 11, 10, 11, 10], [1, 2, 1, 2, 1]);
    const b = policy('b', [10.1, 11.1, 10.1, 11.1, 10.1], [2, 1, 2, 1, 3]);
    const of = (name: string) => comparePolicies(a, b).find(({ measure }) => measure === name);
    // The bill leaves out 0 and is out of the way, so that the flaps are alone in the family of Holm.
    expect(of('cost_usd')).toMatchObject({ verdict: 'no difference that matters', confidence: 0.95 });
    expect(of('scaling_reversals')).toMatchObject({ verdict: 'undecided', confidence: 0.95 });
    const same = policy('b', [9, 12, 9, 12, 10], [2, 1, 2, 1, 3]);
    const [cost] = comparePolicies(a, same);
    expect(cost).toMatchObject({ verdict: 'undecided', confidence: 0.975 });
    expect(cost.runs_needed).toBeGreaterThan(5);
  });
});

describe('an aggregate', () => {
  it('says that it is about so much where few runs tell of a skewed measure', () => {
    const of = (values: readonly number[]) =>
      aggregateMeasures(values.map((recovery_s, replication) => ({ replication, measures: { recovery_s } })))
        .recovery_s;
    expect(of([1, 2, 50])).toMatchObject({ n: 3, about: true });
    expect(of([2, 2, 2])).not.toHaveProperty('about');
  });

  it('has no reason of its own where no run gives one', () => {
    expect(aggregateMeasures([{ replication: 0, measures: { m: null } }]).m).toMatchObject({ n: 0, reason: 'no data' });
  });
});
