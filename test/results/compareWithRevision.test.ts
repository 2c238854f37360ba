import { describe, expect, it } from 'vitest';
import { compareWithRevision } from '../../src/results/compareWithRevision.js';
import { parseRegressionLimits } from '../../src/results/regressionLimit.js';
import type { FailedPolicy, PolicyResult, ScenarioResult } from '../../src/results/results.js';
import { pastNames, type RevisionResult } from '../../src/results/revisionResult.js';
import { samplePolicy, sampleScenario } from '../support/samplePolicy.js';

const costs = (name: string, ...values: number[]): PolicyResult =>
  samplePolicy(
    name,
    values.map((cost_usd) => ({ cost_usd, requests_offered: 10, requests_good: 10, slo_attainment: 1 })),
  );
const failed = (name: string, kind: FailedPolicy['failure']['kind']): FailedPolicy => ({
  name,
  failure: { kind, message: 'it ended early' } as FailedPolicy['failure'], // safe: nothing else of it is read
});
const row = (policy: string, before?: string, state: RevisionResult['policies'][number]['state'] = 'changed') => ({
  policy,
  state,
  files: [],
  ...(before === undefined ? {} : { before }),
});
const revision = (...policies: RevisionResult['policies']): RevisionResult => ({
  name: 'main',
  commit: 'abc',
  notes: ['Only the policies are of the revision.'],
  policies,
  changes: [],
});
const { limits } = parseRegressionLimits('cost_usd=5%');
const rule = { limits, version: '0.1.0', allowEmpty: false };

function compared(
  policies: readonly (PolicyResult | FailedPolicy)[],
  rows: RevisionResult,
  parts: Partial<ScenarioResult> = {},
) {
  const scenario: ScenarioResult = { ...sampleScenario([costs('r', 1)]), comparisons: [], ...parts, revision: rows };
  return compareWithRevision({ ...scenario, policies: [...policies] }, rule);
}

describe('a scenario whose policies are compared with a revision', () => {
  it('stays as it is without a revision, or without a limit', () => {
    const plain = sampleScenario([costs('a', 1, 1)]);
    expect(compareWithRevision(plain, rule)).toBe(plain);
    const with_ = { ...plain, revision: revision(row('a')) };
    expect(compareWithRevision(with_, { ...rule, limits: [] })).toBe(with_);
  });

  it('has each policy against its own past, by the name that this has', () => {
    const policies = [costs('a', 10, 10), costs('b', 10, 11), costs('a@main', 5, 5), costs('b@main', 10, 11)];
    const { baseline } = compared(policies, revision(row('a', 'a@main'), row('b', 'b@main')));
    expect(baseline?.regressions).toMatchObject([
      { policy: 'a', against: 'a@main', baseline: 5, value: 10, regression: 1, outcome: 'regressed', paired: true },
      { policy: 'b', against: 'b@main', baseline: 10.5, value: 10.5, outcome: 'kept' },
    ]);
    expect(baseline?.version).toBe('0.1.0');
    expect(baseline?.decisions.map(({ policy }) => policy)).toEqual(['a', 'b']);
    expect(baseline?.moved).toMatchObject([
      { policy: 'a', measure: 'cost_usd', baseline: 5, value: 10, verdict: 'worse' },
    ]);
  });

  it('says nothing of what moved against the reference, for the comparisons do', () => {
    const policies = [costs('a@main', 5, 5), costs('a', 10, 10)];
    const { baseline } = compared(policies, revision(row('a', 'a@main', 'against')));
    expect(baseline?.regressions).toMatchObject([{ policy: 'a', against: 'a@main', outcome: 'regressed' }]);
    expect([baseline?.moved, baseline?.decisions]).toEqual([[], []]);
  });

  it('leaves out what has no past, no present or was not run', () => {
    const policies = [costs('a', 10, 10), costs('b@main', 5, 5), failed('c', 'policy'), costs('c@main', 5, 5)];
    const rows = revision(row('a'), row('b', 'b@main'), row('c', 'c@main'), row('d', 'd@main'));
    const found = compared(policies, rows);
    expect(found.baseline).toBeUndefined();
    expect(found.revision?.notes).toEqual(rows.notes);
  });

  it('notes a past that failed, unless it was only interrupted', () => {
    const policies = [
      costs('a', 10, 10),
      failed('a@main', 'policy'),
      costs('b', 1, 1),
      failed('b@main', 'interrupted'),
    ];
    const found = compared(policies, revision(row('a', 'a@main'), row('b', 'b@main')));
    expect(found.baseline).toBeUndefined();
    expect(found.revision?.notes).toEqual([
      'Only the policies are of the revision.',
      'a@main failed, so a is compared with nothing.',
    ]);
  });

  it('keeps what a baseline file says beside it, each note once', () => {
    const baseline = {
      version: '0.0.9',
      notes: ['old', 'old'],
      regressions: [],
      moved: [],
      decisions: [],
      unknown: ['n'],
    };
    const policies = [costs('a', 10, 10), costs('a@main', 5, 5)];
    const found = compared(policies, revision(row('a', 'a@main')), { baseline });
    expect(found.baseline).toMatchObject({ version: '0.0.9', notes: ['old'], unknown: ['n'] });
    expect(found.baseline?.regressions).toHaveLength(1);
    expect(compared([costs('a', 1)], revision(row('a')), { baseline }).baseline).toEqual({
      ...baseline,
      notes: ['old'],
    });
  });

  it('has the names of the past, which nobody judges', () => {
    const rows = revision(row('a', 'a@main'), row('b'), row('c', 'c@main', 'against'), row('d', 'd@main', 'removed'));
    expect([...pastNames({ revision: rows })]).toEqual(['a@main', 'd@main']);
    expect([...pastNames({})]).toEqual([]);
  });
});
