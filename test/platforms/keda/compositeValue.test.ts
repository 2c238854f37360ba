import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compositeValue } from '../../../src/platforms/keda/compositeValue.js';
import type { Fallback } from '../../../src/platforms/keda/fallback.js';
import { compileFormula } from '../../../src/platforms/keda/formula/formula.js';
import { kinds } from '../../conformance/vectors/keda.js';

const modifiers = (text: string) => ({
  text,
  formula: compileFormula(text, ['a', 'b']),
  target: 2,
  activation: 0,
  metricType: 'AverageValue' as const,
});
const answer = (name: string, value: number | undefined, failureCount = 0) => ({
  trigger: { name },
  value,
  failureCount,
});
const fallback: Fallback = { behavior: 'scalingModifiers', replicaCount: 7, failureThresholdCount: 3 };
const fleet = { instances: { desired: 4, ready: 4 } };
const failed = (name: string) => answer(name, undefined, 5);

/** After kedacore/keda v2.20, pkg/scaling/modifiers/formula_test.go, and the rules of pkg/fallback/fallback.go. */
const cases: readonly {
  readonly claim: string;
  readonly text: string;
  readonly answers: readonly ReturnType<typeof answer>[];
  readonly fallback?: Fallback;
  readonly value: number | undefined;
}[] = [
  { claim: 'is the formula', text: 'a + b', answers: [answer('a', 2), answer('b', 5)], value: 7 },
  {
    claim: 'has no value while a trigger fails that is not nil yet',
    text: 'a ?? b',
    answers: [answer('a', undefined, 3), answer('b', 5)],
    fallback,
    value: undefined,
  },
  {
    claim: 'takes the side of ?? that is there',
    text: 'a ?? b',
    answers: [failed('a'), answer('b', 5)],
    fallback,
    value: 5,
  },
  {
    claim: 'is the fallback where the formula comes to nil',
    text: 'a ?? b',
    answers: [failed('a'), failed('b')],
    fallback,
    value: 14,
  },
  {
    claim: 'is an error where nil is added',
    text: 'a + b',
    answers: [failed('a'), answer('b', 5)],
    fallback,
    value: undefined,
  },
  {
    claim: 'is replaced as a whole by any other behavior',
    text: 'a + b',
    answers: [failed('a'), answer('b', 5)],
    fallback: { ...fallback, behavior: 'static' },
    value: 14,
  },
  {
    claim: 'keeps the error where the fallback never acts',
    text: 'a ?? b',
    answers: [failed('a'), answer('b', 5)],
    fallback: { ...fallback, isIgnored: true },
    value: undefined,
  },
  { claim: 'may be negative', text: 'a - b', answers: [answer('a', 2), answer('b', 5)], value: -3 },
];

describe('the metric of a formula', () => {
  for (const { claim, text, answers, fallback: given, value } of cases) {
    it(claim, () => expect(compositeValue({ fallback: given }, modifiers(text), answers, fleet).value).toBe(value));
  }

  it('is said to be invented where it is a fallback, and only there', () => {
    const of = (text: string, answers: readonly ReturnType<typeof answer>[], given?: Fallback, counts = fleet) =>
      compositeValue({ fallback: given }, modifiers(text), answers, counts);
    const fixed: Fallback = { ...fallback, behavior: 'static' };
    expect(of('a + b', [answer('a', 2), answer('b', 5)], fallback)).toEqual({ value: 7, isInvented: false });
    expect(of('a + b', [failed('a'), answer('b', 5)], fixed)).toEqual({ value: 14, isInvented: true });
    expect(of('a ?? b', [failed('a'), failed('b')], fallback)).toEqual({ value: 14, isInvented: true });
    expect(of('a + b', [failed('a'), answer('b', 5)])).toEqual({ value: undefined, isInvented: false });
    expect(of('a + b', [failed('a'), answer('b', 5)], fallback)).toEqual({ value: undefined, isInvented: false });
    // A share of nothing that is ready leads to no count.
    const none = { instances: { desired: 4, ready: 0 } };
    const shared = { ...modifiers('a + b'), metricType: 'Value' as const };
    expect(compositeValue({ fallback: fixed }, shared, [failed('a')], none)).toEqual({
      value: undefined,
      isInvented: false,
    });
  });

  it('waits for more failures than the threshold before it is replaced', () => {
    const fixed: Fallback = { ...fallback, behavior: 'static' };
    const failedFor = (failures: number) =>
      compositeValue({ fallback: fixed }, modifiers('b'), [answer('a', 1, failures), answer('b', 5)], fleet);
    expect(failedFor(3)).toEqual({ value: 5, isInvented: false });
    expect(failedFor(4)).toEqual({ value: 14, isInvented: true });
  });

  it('is what the vectors of formulas are put to, nil and fallback included', () => {
    const input = {
      formula: 'a ?? b',
      values: { a: null, b: null },
      fallback_replicas: 7,
      target: 2,
      failure_threshold: 3,
    };
    expect(kinds.formula(input)).toEqual({ metric_milli: 14_000 });
    expect(kinds.formula({ ...input, values: { a: null, b: 5 } })).toEqual({ metric_milli: 5000 });
    expect(kinds.formula({ ...input, formula: 'a + b', behavior: 'static' })).toEqual({ metric_milli: 14_000 });
  });

  it('is the same whatever a trigger failed with, once it is nil', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 1000 }), fc.integer({ min: -1000, max: 1000 }), (failures, value) => {
        const answers = [answer('a', undefined, failures), answer('b', value)];
        expect(compositeValue({ fallback }, modifiers('a ?? b'), answers, fleet).value).toBe(value);
      }),
    );
  });
});
