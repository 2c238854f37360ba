import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileFormula } from '../../../src/platforms/keda/formula/formula.js';
import { FormulaFault } from '../../../src/platforms/keda/formula/node.js';

const values = new Map<string, number | null>([
  ['a', 2],
  ['b', 5],
  ['gone', null],
]);
const names = [...values.keys()];
const milliOf = (text: string) => compileFormula(text, names)(values);

function faultOf(text: string): FormulaFault {
  try {
    compileFormula(text, names);
  } catch (thrown) {
    if (thrown instanceof FormulaFault) return thrown;
    throw thrown;
  }
  throw new Error(`${text} was accepted`);
}

/** Formula, and its value in thousandths. */
const cases: readonly [string, number | null | undefined][] = [
  ['a + b', 7000],
  ['a - b', -3000],
  ['a + b * 2', 12_000],
  ['(a + b) * 2', 14_000],
  ['b / a', 2500],
  ['1 / 3', 333],
  ['-1 / 3', -333],
  ['2 ** 3 ** 2', 512_000],
  ['2 ^ 3', 8000],
  ['-a ** 2', -4000],
  ['1_000 + .5 + 1e1', 1_010_500],
  ['a > 2 ? 1 : 0', 0],
  ['a >= 2 ? 1 : 0', 1000],
  ['a == 2 ? b : a', 5000],
  ['a != 2 ? b : a', 2000],
  ['a < b and b < 6 ? 1 : 0', 1000],
  ['a > b || not (b > 6) ? 1 : 0', 1000],
  ['!(a < b) ? 1 : 0', 0],
  ['a > 9 ? 1 : b > 4 ? 2 : 3', 2000],
  ['gone ?? a', 2000],
  ['gone ?? gone ?? 7', 7000],
  // `??` binds closer than arithmetic.
  ['b + gone ?? a', 7000],
  ['(gone ?? 0) + b', 5000],
  ['gone', null],
  ['gone == nil ? 1 : 2', 1000],
  ['a == nil ? 1 : 2', 2000],
  // Arithmetic on nil is an error of the metric.
  ['gone + 1', undefined],
  ['gone > 1 ? 1 : 0', undefined],
  ['max(gone, 1)', undefined],
  // The side that is not needed is not looked at.
  ['a > 1 or gone > 1 ? 1 : 0', 1000],
  ['a > 9 and gone > 1 ? 1 : 0', 0],
  ['a / 0', undefined],
  ['max(a, b, 3)', 5000],
  ['min([a, b])', 2000],
  ['sum([a, b, 1])', 8000],
  ['mean([a, b])', 3500],
  ['median([a, b, 9, 1])', 3500],
  ['median([a, b, 9])', 5000],
  ['abs(a - b)', 3000],
  ['ceil(b / a)', 3000],
  ['floor(b / a)', 2000],
  ['round(b / a)', 3000],
  ['round(-b / a)', -3000],
  ['int(-b / a)', -2000],
  ['float(a)', 2000],
  ['count([a, b], {# > 2})', 1000],
  ['count([a, b, 3], {# > 1}) > 1 ? 5 : 0', 5000],
  ['any([a, b], # > 4) ? 1 : 0', 1000],
  ['all([a, b], # > 4) ? 1 : 0', 0],
  ['none([a, b], # > 9) ? 1 : 0', 1000],
  ['one([a, b], # > 4) ? 1 : 0', 1000],
];

/** Formula, where its fault stands, and what is said of it. */
const faults: readonly [string, number, RegExp][] = [
  ['a + c', 5, /no trigger is named "c"/],
  ['a +', 4, /a value was expected, got the end/],
  ['a b', 3, /"b" was not expected/],
  ['(a', 3, /"\)" was expected/],
  ['a % 2', 3, /the remainder %/],
  ['a | abs()', 3, /the pipe/],
  ['1 .. 3', 3, /the range/],
  ['"a"', 1, /holds text/],
  ['a @ b', 3, /unknown character "@"/],
  ['avg(a, b)', 1, /the function "avg" is not simulated/],
  ['gone ?? a + b', 11, /follows a \?\? without parentheses/],
  ['a > b', 1, /the formula's value is a boolean/],
  ['a and b', 1, /a boolean is expected, got a number/],
  ['a ? 1 : 2', 1, /a boolean is expected/],
  ['a > 1 ? 1 : true', 13, /do not fit together/],
  ['[a, b]', 1, /the formula's value is a list/],
  ['max()', 1, /takes 1 or more values, got 0/],
  ['nil + 1', 5, /cannot take nil/],
  ['#', 1, /a value was expected/],
  ['{}', 1, /a map/],
];

describe('a formula', () => {
  for (const [text, milli] of cases) {
    it(`${text} is ${milli}`, () => expect(milliOf(text)).toBe(milli));
  }

  for (const [text, at, message] of faults) {
    it(`${text} is refused`, () => {
      const fault = faultOf(text);
      expect(fault.message).toMatch(message);
      expect(fault.at).toBe(at);
      expect(fault.fix).not.toBe('');
    });
  }

  it('suggests the nearest function', () => expect(faultOf('maxx(a)').fix).toContain('Did you mean "max"?'));

  it('is refused when it is nested without end or too long', () => {
    expect(faultOf(`${'('.repeat(5000)}a${')'.repeat(5000)}`).message).toMatch(/longer than|nested/);
    expect(faultOf(`${'('.repeat(500)}a${')'.repeat(500)}`).message).toMatch(/nested/);
    expect(faultOf(`${'-'.repeat(5000)}a`).message).toMatch(/nested/);
  });

  it('computes what JavaScript computes for arithmetic', () => {
    const arithmetic = fc.letrec<{ node: string; leaf: string }>((tie) => ({
      leaf: fc.oneof(fc.constantFrom('a', 'b'), fc.integer({ min: 1, max: 9 }).map(String)),
      node: fc.oneof(
        { maxDepth: 4 },
        tie('leaf'),
        fc.tuple(tie('node'), fc.constantFrom('+', '-', '*'), tie('node')).map(([x, sign, y]) => `(${x} ${sign} ${y})`),
        fc.tuple(tie('node'), fc.constantFrom('+', '-', '*'), tie('leaf')).map(([x, sign, y]) => `${x} ${sign} ${y}`),
      ),
    })).node;
    fc.assert(
      fc.property(arithmetic, (text) => {
        const expected = new Function('a', 'b', `return ${text}`)(2, 5) * 1000;
        expect(milliOf(text)).toBe(expected + 0);
      }),
    );
  });

  it('is either computed or refused with a place, whatever is typed', () => {
    const word = fc.constantFrom(
      'a',
      'b',
      'gone',
      '1',
      '+',
      '-',
      '*',
      '/',
      '(',
      ')',
      '?',
      ':',
      '??',
      '>',
      'and',
      'not',
      'max(',
      ',',
      '[',
      ']',
      '#',
      '{',
      '}',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const text = words.join(' ');
        try {
          compileFormula(text, names)(values);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(FormulaFault);
        }
      }),
    );
  });
});
