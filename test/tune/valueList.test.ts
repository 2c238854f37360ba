import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../src/base/problem.js';
import { readAxes } from '../../src/tune/axes.js';

const valuesOf = (text: string) => readAxes([`key=${text}`]).axes[0].values;

describe('the values of --vary', () => {
  it.each([
    ['50,60,70', ['50', '60', '70']],
    ['50..80:5', ['50', '55', '60', '65', '70', '75', '80']],
    ['0.5..0.8:0.1', ['0.5', '0.6', '0.7', '0.8']],
    ['-2..2:2', ['-2', '0', '2']],
    ['1m..3m:1m', ['1m', '2m', '3m']],
    ['30%..50%:10%', ['30%', '40%', '50%']],
    ['5..5:1', ['5']],
    ['1,10..30:10', ['1', '10', '20', '30']],
    ['500m,1', ['500m', '1']],
    ['true,false', ['true', 'false']],
  ])('%s is %j', (text, values) => {
    expect(valuesOf(text)).toEqual(values);
  });

  it('are the whole range with both ends, in steps that no rounding blurs', () => {
    const range = fc.record({
      from: fc.integer({ min: -1000, max: 1000 }),
      step: fc.integer({ min: 1, max: 50 }),
      count: fc.integer({ min: 1, max: 40 }),
      decimals: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(range, ({ from, step, count, decimals }) => {
        const scale = 10 ** decimals;
        const to = from + step * (count - 1);
        const found = valuesOf(`${from / scale}..${to / scale}:${step / scale}`);
        expect(found.map((one) => Math.round(Number(one) * scale))).toEqual(
          Array.from({ length: count }, (_, index) => from + index * step),
        );
        expect(found.every((one) => String(Number(one)) === one)).toBe(true);
      }),
    );
  });

  it('say where a range ends before its end', () => {
    expect(readAxes(['min=1..10:4']).notes).toEqual(['--vary min: 1..10:4 ends at 9']);
    expect(readAxes(['min=1..9:4']).notes).toEqual([]);
  });

  it.each([
    [[], 'nothing varies'],
    [['min'], 'is no KEY=VALUES'],
    [['=3'], 'is no KEY=VALUES'],
    [['min='], 'a value is empty'],
    [['min=1,,3'], 'a value is empty'],
    [['min=50..80'], 'has no step'],
    [['min=80..50:5'], 'runs downwards'],
    [['min=50..80:0'], 'is not above 0'],
    [['min=50..80:-5'], 'is not above 0'],
    [['min=a..b:1'], 'is no range'],
    [['min=1m..9s:1m'], 'different units'],
    [['min=1..2..3'], 'is no range'],
    [['min=5,5'], 'stands in it twice'],
    [['min=1..1000000:1'], 'more than 1000 values'],
    [['min=1&max=3'], 'separates parameters'],
    [['min=1', 'min=2'], 'is given twice'],
  ])('%j is a Problem: %s', (texts, what) => {
    expect(() => readAxes(texts)).toThrow(what);
  });

  it('are told all that is wrong with them at once, as wrong usage', () => {
    try {
      readAxes(['a=1..2', 'b=', 'c']);
      expect.unreachable();
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(ProblemError);
      expect(thrown).toMatchObject({ exitCode: 2, problems: [{}, {}, {}] });
    }
  });
});
