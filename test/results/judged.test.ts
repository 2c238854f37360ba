import { describe, expect, it } from 'vitest';
import type { Regression } from '../../src/results/baselineResult.js';
import { failsSlo, isHindsight, judgedForBaseline, judgedForLimits, keepsLimits } from '../../src/results/judged.js';
import type { PolicyResult, ScenarioResult } from '../../src/results/results.js';
import { samplePolicy, sampleScenario } from '../support/samplePolicy.js';

const good = [{ requests_offered: 100, requests_good: 100, slo_attainment: 1 }];
const threshold = (ok: boolean) => ({ ...({} as PolicyResult['thresholds'][number]), ok }); // safe: nothing else of it is read
const policy = (name: string, parts: Partial<PolicyResult> = {}): PolicyResult => ({
  ...samplePolicy(name, good),
  slo: undefined,
  ...parts,
});
const keeping = (name: string) => policy(name, { thresholds: [threshold(true)] });
const missing = (name: string) => policy(name, { thresholds: [threshold(true), threshold(false)] });
const oracle = (one: PolicyResult): PolicyResult => ({ ...one, source: 'oracle' });
const failed = (name: string) => ({ name, failure: { kind: 'error', message: 'it threw' } }) as unknown as PolicyResult; // safe: a policy without results is told by what it lacks

function limits(policies: PolicyResult[], gate: string, reference?: string, parts: Partial<ScenarioResult> = {}) {
  const scenario = { ...sampleScenario([policies[0]], parts), policies };
  return [...judgedForLimits(scenario, { gate, reference })];
}

describe('the policies whose limits decide', () => {
  const three = [missing('a'), missing('b'), keeping('c')];

  it.each([
    ['all but the reference', three, 'all', undefined, ['b', 'c']],
    ['all but the reference that is named', three, 'all', 'b', ['a', 'c']],
    ['the reference where it is alone', [missing('a')], 'all', undefined, ['a']],
    ['the one that is named', three, 'c', undefined, ['c']],
    ['nobody where one keeps its limits', three, 'any', undefined, []],
    ['nobody where the reference alone does', [keeping('a'), missing('b')], 'any', undefined, []],
    ['all where none does', [missing('a'), missing('b')], 'any', undefined, ['a', 'b']],
    ['all where one failed and the others miss', [missing('a'), failed('b')], 'any', undefined, ['a', 'b']],
    ['not the oracle', [missing('a'), oracle(missing('o')), missing('b')], 'all', undefined, ['b']],
    ['the candidate that the oracle leaves alone', [missing('a'), oracle(missing('o'))], 'all', undefined, ['a']],
    [
      'the reference of an oracle that is first',
      [oracle(missing('o')), missing('a'), missing('b')],
      'all',
      undefined,
      ['a', 'b'],
    ],
    ['the oracle where it is alone', [oracle(missing('o'))], 'all', undefined, ['o']],
    ['not the oracle that keeps its limits', [missing('a'), oracle(keeping('o'))], 'any', undefined, ['a']],
  ])('are %s', (_what, policies, gate, reference, expected) => {
    expect(limits(policies, gate, reference)).toEqual(expected);
  });

  it('are all but those of a revision, the reference too', () => {
    const revision = {
      name: 'main',
      commit: 'abc',
      notes: [],
      policies: [
        { policy: 'a', state: 'changed' as const, before: 'a@main', files: [] },
        { policy: 'b', state: 'unchanged' as const, files: [] },
      ],
      changes: [],
    };
    const policies = [missing('a'), missing('b'), missing('a@main')];
    expect(limits(policies, 'all', undefined, { revision })).toEqual(['a', 'b']);
    expect(limits(policies, 'all', 'a', { revision })).toEqual(['b']);
    expect(limits([missing('a'), missing('b'), keeping('a@main')], 'any', undefined, { revision })).toEqual(['a', 'b']);
  });
});

describe('the policies whose regressions decide', () => {
  const row = (name: string, ok: boolean, level: 'error' | 'warn' = 'error') =>
    ({ policy: name, ok, level }) as unknown as Regression; // safe: nothing else of it is read
  const judged = (gate: string, regressions?: Regression[]) => {
    const baseline =
      regressions === undefined
        ? {}
        : { baseline: { version: '1', notes: [], regressions, moved: [], decisions: [], unknown: [] } };
    return [...judgedForBaseline(sampleScenario([policy('a'), policy('b')], baseline), { gate, reference: 'a' })];
  };

  it.each([
    ['all', [], ['a', 'b']],
    ['b', [], ['b']],
    ['any', [row('a', false), row('b', true)], []],
    ['any', [row('a', false), row('b', false)], ['a', 'b']],
    ['any', [row('a', false), row('a', true), row('b', true), row('b', false)], ['a', 'b']],
    ['any', [row('a', false), row('b', false, 'warn')], []],
    ['any', [row('b', false)], ['a', 'b']],
  ])('with %s of %j are %j', (gate, regressions, expected) => {
    expect(judged(gate, regressions)).toEqual(expected);
  });

  it('are all where there is no baseline to compare with', () => {
    expect(judged('any')).toEqual(['a', 'b']);
  });
});

describe('the limits of a policy', () => {
  const slo = (gate: boolean, met: boolean) => ({ gate, met }) as unknown as NonNullable<PolicyResult['slo']>; // safe: nothing else of it is read

  it('are the SLO where it is one of the gate, and every threshold', () => {
    expect(failsSlo({ slo: slo(true, false) })).toBe(true);
    expect(failsSlo({ slo: slo(true, true) })).toBe(false);
    expect(failsSlo({ slo: slo(false, false) })).toBe(false);
    expect(failsSlo({ slo: undefined })).toBe(false);
    expect(keepsLimits({ slo: undefined, thresholds: [] })).toBe(true);
    expect(keepsLimits({ slo: slo(true, false), thresholds: [threshold(true)] })).toBe(false);
    expect(keepsLimits({ slo: slo(true, true), thresholds: [threshold(true), threshold(false)] })).toBe(false);
    expect(keepsLimits({ slo: slo(false, false), thresholds: [threshold(true)] })).toBe(true);
  });

  it('are hindsight of the oracle alone, not of a policy of its name', () => {
    expect(isHindsight({ source: 'oracle' })).toBe(true);
    expect(isHindsight({ source: 'oracle.lua' })).toBe(false);
    expect(isHindsight(failed('oracle'))).toBe(false);
  });
});
