import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankEffects, ranksOf } from '../../src/stats/rankRegression.js';

const byValue = (a: number, b: number) => a - b;
const numbers = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 20, maxLength: 60 });

describe('ranks', () => {
  it('are 1..n, and equal values share the mean of theirs', () => {
    expect(ranksOf([30, 10, 20, 10], byValue)).toEqual([4, 1.5, 3, 1.5]);
  });

  it('add up to the same whatever is equal', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const sum = ranksOf(values, byValue).reduce((total, rank) => total + rank, 0);
        expect(sum).toBeCloseTo((values.length * (values.length + 1)) / 2, 6);
      }),
      { seed: 1 },
    );
  });
});

describe('the effects of inputs on ranks', () => {
  it('are 1 for the input that decides, along any rising curve, and 0 for one without effect', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 20, maxLength: 60 }), (values) => {
        const other = values.map((_, index) => (index * 7919) % 101);
        const inputs = [values, other].map((input) => ranksOf(input, byValue));
        const cubes = ranksOf(
          values.map((value) => value ** 3),
          byValue,
        );
        const [deciding, idle] = rankEffects(inputs, cubes);
        expect(deciding).toBeCloseTo(1, 6);
        expect(idle).toBeCloseTo(0, 6);
      }),
      { seed: 2 },
    );
  });

  it('are 0 for an input that never varies, and for a result that never does', () => {
    const input = [1, 2, 3, 4];
    expect(rankEffects([input, [2.5, 2.5, 2.5, 2.5]], [4, 3, 2, 1])).toEqual([expect.closeTo(-1), 0]);
    expect(rankEffects([input], [2.5, 2.5, 2.5, 2.5])).toEqual([0]);
  });

  it('are unknown where inputs cannot be told apart', () => {
    const input = [1, 2, 3, 4];
    expect(rankEffects([input, input], [1, 3, 2, 4])).toEqual([null, null]);
  });
});
