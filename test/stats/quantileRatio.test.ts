import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantileRanks, quantileRatio } from '../../src/stats/quantileRatio.js';
import { histogramOf } from '../support/sampleTotals.js';

/** Chance that exactly so many of `count` values lie below, by Pascal's triangle. */
function chancesOf(count: number, probability: number): number[] {
  let chances = [1];
  for (let value = 0; value < count; value++) {
    chances = [0, ...chances].map((below, place) => below * probability + (chances[place] ?? 0) * (1 - probability));
  }
  return chances;
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('the ranks around a quantile', () => {
  it('are the nearest beyond which no more than 2.5 % are left on either side', () => {
    const probabilities = fc.constantFrom(0.01, 0.3, 0.5, 0.9, 0.95, 0.99);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), probabilities, (count, probability) => {
        const { low, high } = quantileRanks(count, probability);
        const chances = chancesOf(count, probability);
        // The low-th value is above the quantile where fewer than `low` lie below it.
        expect(sumOf(chances.slice(0, low))).toBeLessThanOrEqual(0.025);
        expect(sumOf(chances.slice(0, low + 1))).toBeGreaterThan(0.025);
        // The high-th is below it where at least `high` do.
        expect(sumOf(chances.slice(high))).toBeLessThanOrEqual(0.025);
        expect(sumOf(chances.slice(high - 1))).toBeGreaterThan(0.025);
      }),
    );
  });

  it.each([
    // 1/32 is more than 2.5 %, 1/64 less.
    [5, 0.5, 0, 6],
    [6, 0.5, 1, 6],
    // 0.95 ** 72 is 2.49 %.
    [71, 0.95, 63, 72],
    [72, 0.95, 64, 72],
    [100, 0.5, 40, 61],
  ])('of %d values at %d are %d and %d', (count, probability, low, high) => {
    expect(quantileRanks(count, probability)).toEqual({ low, high });
  });
});

describe('the ratio of a quantile of two samples', () => {
  const hundredOnes = histogramOf(Array(100).fill(1));

  it('is not known where one of them is empty', () => {
    expect(quantileRatio(histogramOf([]), hundredOnes, 0.5)).toBeUndefined();
    expect(quantileRatio(hundredOnes, histogramOf([]), 0.5)).toBeUndefined();
    expect(quantileRatio(histogramOf([]), histogramOf([]), 0.5)).toBeUndefined();
  });

  it('to a sample of equal values lies between two values of the other', () => {
    // The 40th and the 61st of 1 to 100, as near as a histogram has them.
    const { low = 0, high = 0 } = quantileRatio(histogramOf(upTo(100)), hundredOnes, 0.5) ?? {};
    expect(low / 40).toBeCloseTo(1, 1);
    expect(high / 61).toBeCloseTo(1, 1);
    expect(low).toBeGreaterThan(39);
    expect(high).toBeLessThan(62);
    const inverse = quantileRatio(hundredOnes, histogramOf(upTo(100)), 0.5);
    expect((inverse?.low ?? 0) * high).toBeCloseTo(1, 9);
    expect((inverse?.high ?? 0) * low).toBeCloseTo(1, 9);
  });

  it('has no end on a side of which a sample says nothing', () => {
    const five = histogramOf(upTo(5));
    expect(quantileRatio(five, hundredOnes, 0.5)).toEqual({ low: 0, high: Number.POSITIVE_INFINITY });
    expect(quantileRatio(hundredOnes, five, 0.5)).toEqual({ low: 0, high: Number.POSITIVE_INFINITY });
    // Of 50 values the largest may be below the 95th percentile, of 100 it surely is not.
    const { low = 0, high = 0 } = quantileRatio(histogramOf(upTo(50)), hundredOnes, 0.95) ?? {};
    expect(low).toBeGreaterThan(40);
    expect(high).toBe(Number.POSITIVE_INFINITY);
    const six = quantileRatio(histogramOf(upTo(6)), hundredOnes, 0.5);
    expect(six?.low).toBeCloseTo(1, 1);
    expect(six?.high).toBeCloseTo(6, 0);
  });

  it('of samples that are both uncertain is less certain than of one alone, and less than of both added', () => {
    const many = histogramOf(upTo(200));
    const reach = (one: typeof many, other: typeof many) => {
      const { low = 0, high = 0 } = quantileRatio(one, other, 0.5) ?? {};
      return [-Math.log(low), Math.log(high)];
    };
    const median = histogramOf(Array(200).fill(100));
    const alone = reach(many, median);
    for (const [side, both] of reach(many, many).entries()) {
      const [one, other] = [alone[side], alone[1 - side]];
      expect(both).toBeCloseTo(Math.hypot(one, other), 1);
      expect(both).toBeGreaterThan(one);
      expect(both).toBeLessThan(one + other);
    }
  });

  it('grows with what one of them takes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 64 }), (factor) => {
        const values = upTo(100);
        const [plain, grown] = [1, factor].map((by) =>
          quantileRatio(histogramOf(values.map((value) => value * by)), histogramOf(values), 0.5),
        );
        expect((grown?.low ?? 0) / (plain?.low ?? 0) / factor).toBeCloseTo(1, 1);
        expect((grown?.high ?? 0) / (plain?.high ?? 0) / factor).toBeCloseTo(1, 1);
      }),
    );
  });
});
