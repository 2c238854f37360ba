import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWithBaseline } from '../../src/results/compareWithBaseline.js';
import { decisionChange } from '../../src/results/decisionChange.js';
import { judgeRegression } from '../../src/results/judgeRegression.js';
import { defaultRegressionLimits, parseRegressionLimits } from '../../src/results/regressionLimit.js';
import type { DecisionRow, PolicyResult, ResultDocument, ScenarioResult } from '../../src/results/results.js';
import { samplePolicy, sampleScenario } from '../support/samplePolicy.js';

function limitsOf(text: string) {
  const { limits, issues } = parseRegressionLimits(text);
  expect(issues).toEqual([]);
  return limits;
}

const documentOf = (...scenarios: ScenarioResult[]): ResultDocument => ({
  format: 'dryscale-result/1',
  version: '0.1.0',
  scenarios,
});

interface Sides {
  readonly before: PolicyResult;
  readonly after: PolicyResult;
  readonly limit?: string;
  readonly isPaired?: boolean;
  readonly allowEmpty?: boolean;
}

function judge({ before, after, limit = 'cost_usd=5%', isPaired = true, allowEmpty = false }: Sides) {
  const [first] = limitsOf(limit);
  return judgeRegression({ baseline: before, policy: after, limit: first, isPaired, allowEmpty });
}

const costs = (...values: (number | null)[]) =>
  samplePolicy(
    'p',
    values.map((cost_usd) => ({ cost_usd })),
  );

describe('a limit of --max-regression', () => {
  it('is a share with %, else in the unit of the measure, and an error unless it says warn', () => {
    expect(limitsOf('cost_usd=5%, latency_all_p99_ms=20:warn,services.web.slo_attainment=0.5%:error')).toEqual([
      { measure: 'cost_usd', better: 'lower', kind: 'relative', limit: 0.05, level: 'error' },
      { measure: 'latency_all_p99_ms', better: 'lower', kind: 'absolute', limit: 20, level: 'warn' },
      { measure: 'services.web.slo_attainment', better: 'higher', kind: 'relative', limit: 0.005, level: 'error' },
    ]);
  });

  it('has a default that is right', () => {
    expect(limitsOf(defaultRegressionLimits)).toHaveLength(2);
  });

  it.each([
    ['cost=5%', '"cost" is not a measure', 'cost_usd'],
    ['cost_usd', 'is not a limit', 'for example'],
    ['cost_usd=-5%', 'is not a limit', 'for example'],
    ['cost_usd=five', 'is not a limit', 'for example'],
    ['cost_usd=5%:wran', '"wran" is not a level', 'warn'],
    ['cost_usd=5%,cost_usd=6%', 'two limits', 'keep one'],
    ['requests_offered=5%', 'cannot become worse', 'one direction'],
    ['', 'is not a limit', 'for example'],
  ])('"%s" is refused: %s', (text, what, fix) => {
    const { issues } = parseRegressionLimits(text);
    expect(issues).toHaveLength(1);
    expect(issues[0].what).toContain(what);
    expect(issues[0].fix).toContain(fix);
  });
});

describe('a regression', () => {
  const noisy = [10, 14, 9, 16, 12];

  it.each([
    ['6 % dearer in every run, however the runs differ', noisy, noisy.map((cost) => cost * 1.06), 'regressed'],
    ['exactly the limit in every run', noisy, noisy.map((cost) => cost * 1.05), 'kept'],
    ['the same', noisy, noisy, 'kept'],
    ['cheaper', noisy, noisy.map((cost) => cost * 0.5), 'kept'],
    ['dearer on the mean by one bad run', noisy, [10, 14, 9, 16, 40], 'unclear'],
    ['one run, which has no interval', [10], [20], 'unclear'],
    ['a bill where there was none', [0, 0, 0], [1, 1, 1], 'regressed'],
  ])('%s', (_, before, after, outcome) => {
    const regression = judge({ before: costs(...before), after: costs(...after) });
    expect(regression.outcome).toBe(outcome);
    expect(regression.ok).toBe(outcome !== 'regressed');
  });

  it('is stated as a share of the baseline, with an interval that can be held against the limit', () => {
    const { regression, low, high, limit } = judge({
      before: costs(...noisy),
      after: costs(...noisy.map((c) => c * 1.06)),
    });
    expect(regression).toBeCloseTo(0.06, 10);
    expect(low).toBeCloseTo(0.06, 10);
    expect(high).toBeCloseTo(0.06, 10);
    expect(low).toBeGreaterThan(limit);
  });

  it('lies beyond its limit exactly where its whole interval does', () => {
    const cost = fc.double({ min: 1, max: 100, noNaN: true });
    const sides = fc.array(fc.tuple(cost, cost), { minLength: 2, maxLength: 10 });
    fc.assert(
      fc.property(sides, fc.boolean(), fc.constantFrom('cost_usd=5%', 'cost_usd=2'), (pairs, isPaired, limit) => {
        const before = costs(...pairs.map(([value]) => value));
        const after = costs(...pairs.map(([, value]) => value));
        const found = judge({ before, after, isPaired, limit });
        const isBeyond = found.low !== null && found.low > found.limit + 1e-6;
        const isWithin = found.low === null || found.low < found.limit - 1e-6;
        return isBeyond ? !found.ok : isWithin ? found.ok : true;
      }),
    );
  });

  it('is stated in the unit of the measure for an absolute limit', () => {
    const regression = judge({ before: costs(10, 10), after: costs(13, 13), limit: 'cost_usd=2' });
    expect(regression).toMatchObject({ regression: 3, low: 3, high: 3, limit: 2, outcome: 'regressed' });
  });

  // Student's t of 4 degrees of freedom at 99.5 % is 4.604094871.
  const t = 4.604094871;

  it('has the interval of the differences of its runs for an absolute limit', () => {
    const before = costs(10, 20, 30, 40, 50);
    const found = judge({ before, after: costs(11, 22, 33, 44, 55), limit: 'cost_usd=2' });
    // Differences 1 to 5: mean 3, variance 2.5.
    expect(found.regression).toBeCloseTo(3, 9);
    expect(found.low).toBeCloseTo(3 - t * Math.sqrt(2.5 / 5), 6);
    expect(found.high).toBeCloseTo(3 + t * Math.sqrt(2.5 / 5), 6);
    expect(found).toMatchObject({ outcome: 'unclear', ok: true, limit_kind: 'absolute' });
    expect(found).not.toHaveProperty('reason');
  });

  it("has Welch's interval where runs are not paired", () => {
    const found = judge({ before: costs(10, 12, 14), after: costs(20, 22, 24), limit: 'cost_usd=2', isPaired: false });
    // Variances of 4 over 3 runs each, so 4 degrees of freedom.
    expect(found.regression).toBeCloseTo(10, 9);
    expect(found.low).toBeCloseTo(10 - t * Math.sqrt(8 / 3), 6);
    expect(found.high).toBeCloseTo(10 + t * Math.sqrt(8 / 3), 6);
  });

  it('of one run is a number without an interval', () => {
    const found = judge({ before: costs(10), after: costs(12) });
    expect(found).toMatchObject({ low: null, high: null, outcome: 'unclear', reason: 'one run has no interval' });
    expect(found.regression).toBeCloseTo(0.2, 12);
    expect(judge({ before: costs(10), after: costs(9) })).not.toHaveProperty('reason');
  });

  it('is no share of nothing', () => {
    expect(judge({ before: costs(0, 0, 0), after: costs(1, 1, 1) })).toMatchObject({
      ...{ regression: null, low: null, high: null, outcome: 'regressed' },
    });
  });

  it('is 0 where only rounding differs', () => {
    const found = judge({ before: costs(3e6, 3e6), after: costs(3e6 + 1e-4, 3e6 + 1e-4), limit: 'cost_usd=2' });
    expect(found).toMatchObject({ regression: 0, low: 0, high: 0, outcome: 'kept' });
    const more = judge({ before: costs(3e6, 3e6), after: costs(3e6 + 1, 3e6 + 1), limit: 'cost_usd=2' });
    expect(more.regression).toBeCloseTo(1, 6);
  });

  it('of one service is read from runs that have no other', () => {
    const limit = 'services.web.cost_usd=5%';
    expect(judge({ before: costs(10, 10), after: costs(12, 12), limit })).toMatchObject({
      outcome: 'regressed',
      value: 12,
    });
    const own = (value: number) => samplePolicy('p', [{ cost_usd: 99, 'services.web.cost_usd': value }]);
    expect(judge({ before: own(10), after: own(12), limit })).toMatchObject({ baseline: 10, value: 12 });
  });

  it('is a fall where more is better', () => {
    const share = (value: number) => samplePolicy('p', [{ slo_attainment: value }, { slo_attainment: value }]);
    const of = (after: number) =>
      judge({ before: share(0.99), after: share(after), limit: 'slo_attainment=1%' }).outcome;
    expect([of(0.9), of(0.985), of(1)]).toEqual(['regressed', 'kept', 'kept']);
  });

  it('only warns at the level warn, which is for the gate to read', () => {
    const regression = judge({ before: costs(1, 1), after: costs(2, 2), limit: 'cost_usd=5%:warn' });
    expect(regression).toMatchObject({ outcome: 'regressed', ok: false, level: 'warn' });
  });

  const latencies = (...values: (number | null)[]) =>
    samplePolicy(
      'p',
      values.map((latency_all_p99_ms) => ({ latency_all_p99_ms })),
      { latency_all_p99_ms: 'unanswered' },
    );
  const [late, fine] = [null, 5];
  const lateRuns = (count: number, of = 10) =>
    latencies(...Array.from({ length: of }, (_, run) => (run < count ? late : fine)));

  it.each([
    ['in all runs of ten', lateRuns(0), lateRuns(10), 'regressed', 'unanswered in 10 of 10 runs against 0 of 10'],
    ['in six of ten', lateRuns(0), lateRuns(6), 'regressed', 'unanswered in 6 of 10 runs against 0 of 10'],
    ['in five of ten', lateRuns(0), lateRuns(5), 'unclear', ': undecided, about 12 runs would tell'],
    ['in one of ten', lateRuns(0), lateRuns(1), 'unclear', ': undecided, about 60 runs would tell'],
    ['in all of two runs', lateRuns(0, 2), lateRuns(2, 2), 'unclear', ': undecided, about 6 runs would tell'],
    ['in the baseline only', lateRuns(10), lateRuns(0), 'kept', 'unanswered in 0 of 10 runs against 10 of 10'],
    ['in all runs of both', lateRuns(10), lateRuns(10), 'kept', 'unanswered in 10 of 10 runs against 10 of 10'],
    ['in the same run of both', lateRuns(1), lateRuns(1), 'kept', 'unanswered in 1 of 10 runs against 1 of 10'],
  ])('of requests that became unanswered %s', (_, before, after, outcome, reason) => {
    const found = judge({ before, after, limit: 'latency_all_p99_ms=10%' });
    expect(found).toMatchObject({ outcome, ok: outcome !== 'regressed' });
    expect(found.reason).toContain(reason);
    if (outcome !== 'unclear') expect(found.reason).toBe(reason);
    if (outcome === 'regressed') expect(found).toMatchObject({ regression: null, low: null, high: null });
    // Not run by run: the counts alone, by Fisher's exact test, which takes no less.
    const unpaired = judge({ before, after, limit: 'latency_all_p99_ms=10%', isPaired: false });
    expect([outcome, outcome === 'unclear' ? 'regressed' : outcome]).toContain(unpaired.outcome);
  });

  it('of the runs that were answered is found beside one that was not', () => {
    const before = latencies(late, 5, 5, 5, 5, 5, 5, 5, 5, 5);
    const after = latencies(late, 15, 15, 16, 15, 15, 15, 15, 15, 15);
    expect(judge({ before, after, limit: 'latency_all_p99_ms=10%' })).toMatchObject({
      outcome: 'regressed',
      ok: false,
    });
  });

  it('without data fails, unless empty measures are allowed', () => {
    const sides = { before: costs(1, 2), after: costs(null, null) };
    expect(judge(sides)).toMatchObject({ outcome: 'no data', ok: false, reason: 'no data now' });
    expect(judge({ ...sides, allowEmpty: true }).ok).toBe(true);
    expect(judge({ before: samplePolicy('p', [{}]), after: costs(1) }).reason).toBe('no data in the baseline');
    const apart = judge({ before: costs(1, null), after: costs(null, 1) });
    expect(apart).toMatchObject({ regression: null, low: null, high: null, outcome: 'no data', ok: false });
    expect(apart.reason).toBe('no data in the same run of both');
  });
});

describe('against a baseline', () => {
  const cheap = costs(10, 11, 12);
  const rule = { limits: limitsOf('cost_usd=5%'), version: '0.1.0', allowEmpty: false };
  const compare = (now: ScenarioResult, before: ScenarioResult, version = '0.1.0') =>
    compareWithBaseline(now, { ...rule, version, baseline: documentOf(before) });

  it('runs are paired where scenario, seed and replications are the same, and nothing is said', () => {
    const found = compare(sampleScenario([cheap]), sampleScenario([cheap]));
    expect(found).toMatchObject({ notes: [], regressions: [{ paired: true, regression: 0, ok: true }], unknown: [] });
  });

  it.each([
    ['another scenario', { hash: '1' }, [cheap], 'another content'],
    ['another seed', { seed: 7 }, [cheap], 'the seed 7'],
    ['fewer replications', {}, [costs(10, 11)], 'other replications'],
  ])('with %s they are not paired, and a note says why', (_, parts, policies, word) => {
    const found = compare(sampleScenario([cheap]), sampleScenario(policies, parts));
    expect(found?.regressions[0].paired).toBe(false);
    expect(found?.notes.join()).toContain(word);
  });

  it('a baseline of another version is compared, and said to be one', () => {
    const found = compare(sampleScenario([cheap]), sampleScenario([cheap]), '0.2.0');
    expect(found?.notes.join()).toContain('version 0.1.0, this is 0.2.0');
  });

  it('a percentage of a good share that is more than the error budget is said to be', () => {
    const good = samplePolicy('p', [{ slo_attainment: 0.995 }, { slo_attainment: 0.994 }]);
    const notes = (limit: string) =>
      compareWithBaseline(sampleScenario([good]), {
        ...rule,
        limits: limitsOf(limit),
        baseline: documentOf(sampleScenario([good])),
      })?.notes ?? [];
    expect(notes('slo_attainment=5%').join()).toContain('5 times the error budget');
    expect([...notes('slo_attainment=0.5%'), ...notes('slo_attainment=0.02'), ...notes('cost_usd=5%')]).toEqual([]);
  });

  it('policies of the same name are compared, others are named', () => {
    const found = compare(sampleScenario([cheap, { ...cheap, name: 'new' }]), sampleScenario([cheap]));
    expect(found?.regressions.map(({ policy }) => policy)).toEqual(['p']);
    expect(found?.unknown).toEqual(['new']);
  });

  it('measures that moved are listed with their verdict', () => {
    const found = compare(sampleScenario([costs(20, 21, 22)]), sampleScenario([cheap]));
    expect(found?.moved).toEqual([{ policy: 'p', measure: 'cost_usd', baseline: 11, value: 21, verdict: 'worse' }]);
  });
});

describe('decisions', () => {
  const row = (time_s: number, desired: number): DecisionRow => ({
    time_s,
    until_s: time_s + 15,
    service: 'web',
    desired,
    applied: desired,
    result: 'accepted',
  });

  it.each([
    ['alike, whatever their reasons', [row(15, 2)], [{ ...row(15, 2), reason: 'other' }], null],
    ['otherwise from the second on', [row(15, 2), row(30, 3)], [row(15, 2), row(30, 4)], 30],
    ['one more at the end', [row(15, 2)], [row(15, 2), row(60, 3)], 60],
    ['one earlier', [row(30, 2)], [row(15, 2)], 15],
  ])('%s', (_, before, after, first) => {
    expect(decisionChange({ decisions: before }, { decisions: after })).toEqual({
      before: before.length,
      after: after.length,
      first_change_s: first,
    });
  });
});
