import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlation, rankEffects, ranksOf } from '../../src/stats/rankRegression.js';

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

  it('belong to the inputs that vary, wherever others stand', () => {
    const [still, rising, zigzag] = [
      [3, 3, 3, 3, 3],
      [1, 2, 3, 4, 5],
      [2, 1, 5, 3, 4],
    ];
    const [a, b] = rankEffects([rising, zigzag], [1, 2, 3, 4, 5]);
    expect([a, b]).toEqual([expect.closeTo(1, 9), expect.closeTo(0, 9)]);
    expect(rankEffects([still, rising, still, zigzag], [1, 2, 3, 4, 5])).toEqual([0, a, 0, b]);
  });

  it('are unknown where inputs cannot be told apart', () => {
    const input = [1, 2, 3, 4];
    expect(rankEffects([input, input], [1, 3, 2, 4])).toEqual([null, null]);
  });
});

describe('a correlation', () => {
  it.each([
    // Distances from the mean -1.5 -0.5 0.5 1.5 and -0.5 -1.5 1.5 0.5: products 3, squares 5 each.
    [[1, 2, 3, 4], [2, 1, 4, 3], 0.6],
    [[1, 2, 3], [10, 20, 30], 1],
    [[1, 2, 3], [3, 2, 1], -1],
    [[1, 2, 3, 2], [1, 2, 1, 0], 0],
    [[5, 5, 5], [1, 2, 3], 0],
    [[1, 2, 3], [5, 5, 5], 0],
    [[5, 5], [7, 7], 0],
  ])('of %j and %j is %d', (a, b, expected) => {
    expect(correlation(a, b)).toBeCloseTo(expected, 12);
  });

  it('is the same for both orders, along any scale, and never beyond 1', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 9 }), (values, factor) => {
        const other = values.map((value, index) => value + ((index * 7919) % 101));
        const both = correlation(values, other);
        expect(Math.abs(both)).toBeLessThanOrEqual(1 + 1e-9);
        expect(correlation(other, values)).toBeCloseTo(both, 9);
        expect(
          correlation(
            values,
            other.map((value) => 7 - factor * value),
          ),
        ).toBeCloseTo(-both, 6);
      }),
      { seed: 3 },
    );
  });
});
