import { describe, expect, it } from 'vitest';
import { welchDifference } from '../../src/stats/welchDifference.js';

describe('the interval of the difference of unpaired means', () => {
  it('has the degrees of freedom of Welch', () => {
    // s2/n: 2.5/5 and 10/5; df = 2.5^2 / (0.25/4 + 4/4) = 5.88; t(.975, 5.88) = 2.459; 2.459 x sqrt(2.5) = 3.888.
    const { mean, low, high, n } = welchDifference({ a: [1, 2, 3, 4, 5], b: [2, 4, 6, 8, 10] });
    expect({ mean, n }).toEqual({ mean: 3, n: 5 });
    expect(low).toBeCloseTo(3 - 3.888, 2);
    expect(high).toBeCloseTo(3 + 3.888, 2);
  });

  it.each([
    ['nothing on one side', [], [1, 2], { mean: null, low: null, high: null, n: 0 }],
    ['one run on one side', [1], [2, 4], { mean: 2, low: null, high: null, n: 1 }],
    ['no spread at all', [1, 1], [3, 3, 3], { mean: 2, low: 2, high: 2, n: 2 }],
  ])('with %s', (_, a, b, expected) => {
    expect(welchDifference({ a, b })).toEqual(expected);
  });
});
