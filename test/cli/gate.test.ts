import { describe, expect, it } from 'vitest';
import { gateExitCode } from '../../src/cli/gate.js';
import type { FailedPolicy, PolicyResult } from '../../src/results/results.js';
import { samplePolicy, sampleScenario } from '../support/samplePolicy.js';

function policy(name: string, ok: boolean): PolicyResult {
  return {
    ...samplePolicy(name, [{ cost_usd: 1 }]),
    thresholds: [{ metric: 'cost_usd', expression: 'value<1', value: 1, ok }],
  };
}

const failed = (name: string, kind: string): FailedPolicy => ({ name, failure: { kind, message: '', time_s: null } });

function codeOf(
  policies: readonly (PolicyResult | FailedPolicy)[],
  {
    gate = 'all',
    reference,
    isInterrupted = false,
  }: { gate?: string; reference?: string; isInterrupted?: boolean } = {},
) {
  const scenario = { ...sampleScenario([policy('unused', true)]), policies: [...policies], comparisons: [] };
  return gateExitCode({ scenarios: [scenario] }, { gate, reference, isInterrupted });
}

describe('the exit code of a comparison', () => {
  const good = (name: string) => policy(name, true);
  const bad = (name: string) => policy(name, false);
  const oracle = (ok: boolean) => ({ ...policy('oracle', ok), source: 'oracle' });

  it.each([
    ['all keep their thresholds', [good('a'), good('b')], {}, 0],
    ['the reference misses, which is why one compares', [bad('a'), good('b')], {}, 0],
    ['a candidate misses', [good('a'), bad('b')], {}, 99],
    ['the only candidate misses', [bad('a')], {}, 99],
    ['the reference is named and the first one misses', [bad('a'), good('b')], { reference: 'b' }, 99],
    ['any: one keeps them, be it the reference', [good('a'), bad('b')], { gate: 'any' }, 0],
    ['any: none keeps them', [bad('a'), bad('b')], { gate: 'any' }, 99],
    ['a name that misses', [good('a'), bad('b')], { gate: 'b' }, 99],
    ['a name that keeps them while another misses', [bad('a'), good('b'), bad('c')], { gate: 'b' }, 0],
    ['the reference by name', [bad('a'), good('b')], { gate: 'a' }, 99],
    ['any: only the oracle keeps them, which nobody can deploy', [bad('a'), oracle(true)], { gate: 'any' }, 99],
    ['the oracle misses beside policies that do not', [good('a'), good('b'), oracle(false)], {}, 0],
    ['the only policy beside the oracle misses', [bad('a'), oracle(true)], {}, 99],
    ['the oracle alone, or by name', [oracle(false)], {}, 99],
    ['a failed policy goes before thresholds', [failed('a', 'value'), bad('b')], {}, 107],
    ['an interruption goes before a failed policy', [failed('a', 'value'), bad('b')], { isInterrupted: true }, 105],
    [
      'a policy that never ran is no failure of its own',
      [good('a'), failed('b', 'interrupted')],
      { isInterrupted: true },
      105,
    ],
  ] as const)('%s', (_, policies, rule, code) => {
    expect(codeOf([...policies], rule)).toBe(code);
  });

  it('is 99 when any of several scenarios misses', () => {
    const scenarios = [sampleScenario([good('a')]), sampleScenario([bad('a')])];
    expect(gateExitCode({ scenarios }, { gate: 'all', reference: undefined, isInterrupted: false })).toBe(99);
  });
});
