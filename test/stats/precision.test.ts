import { describe, expect, it } from 'vitest';
import { precisionOf } from '../../src/stats/precision.js';

describe('precisionOf', () => {
  it('is the half-width of the 99 % interval over the mean', () => {
    // Mean 10, s = 1, t(3, 0.995) = 5.8409: half-width 5.8409 / 2.
    const { relativeHalfWidth, isReached } = precisionOf(
      [9, 9.0, 11, 11].map((value) => 10 + (value - 10) * 0.8660254),
      0.4,
    );
    expect(relativeHalfWidth).toBeCloseTo(0.29205, 4);
    expect(isReached).toBe(false);
  });

  it('asks for a little less than the ratio, for the true mean may be smaller than the one seen', () => {
    const values = [90, 100, 110, 95, 105, 100, 98, 102];
    const { relativeHalfWidth = 0 } = precisionOf(values, 0.1);
    expect(precisionOf(values, relativeHalfWidth * 1.001).isReached).toBe(false);
    expect(precisionOf(values, relativeHalfWidth / (1 - relativeHalfWidth) + 1e-9).isReached).toBe(true);
  });

  it('expects runs to grow with the square of the missing precision', () => {
    const values = [90, 110, 90, 110, 90, 110];
    const [one, half] = [0.1, 0.05].map((ratio) => precisionOf(values, ratio).runsExpected);
    expect(half / one).toBeGreaterThan(3.4);
    expect(half / one).toBeLessThan(4);
  });

  it.each([
    ['nothing', [], false],
    ['one value', [3], false],
    ['equal values', [3, 3, 3], true],
    ['a mean of 0 that varies', [-1, 1], false],
  ])('knows what to say of %s', (_, values, isReached) => {
    expect(precisionOf(values, 0.05).isReached).toBe(isReached);
  });

  it('has a width where there is an interval around a mean, and expects runs where any number would do', () => {
    const unknown = { relativeHalfWidth: undefined, isReached: false, runsExpected: Number.POSITIVE_INFINITY };
    expect(precisionOf([], 0.05)).toEqual(unknown);
    expect(precisionOf([3], 0.05)).toEqual(unknown);
    expect(precisionOf([-1, 1], 0.05)).toEqual(unknown);
    expect(precisionOf([3, 3, 3], 0.05)).toEqual({ relativeHalfWidth: 0, isReached: true, runsExpected: 3 });
    expect(precisionOf([0, 0], 0.05)).toEqual({ relativeHalfWidth: 0, isReached: true, runsExpected: 2 });
  });
});
