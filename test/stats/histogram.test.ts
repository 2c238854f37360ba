import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketCount, bucketUpperSeconds, Histogram } from '../../src/stats/histogram.js';

const durations = fc.oneof(
  fc.double({ min: 1e-6, max: 2 ** 30, maxExcluded: true, noNaN: true }),
  // Evenly over the powers of two, so that small values come as often as large ones.
  fc.double({ min: -19.9, max: 29.9, noNaN: true }).map((power) => 2 ** power),
);
const anyDuration = fc.oneof(durations, fc.constant(0), fc.double({ min: 0, max: 2e-6, noNaN: true }));

function filled(values: readonly number[]): Histogram {
  const histogram = new Histogram();
  for (const value of values) histogram.record(value);
  return histogram;
}

/** Sum is compared apart: adding in another order rounds otherwise. */
function shape(histogram: Histogram) {
  const { sumSeconds, ...rest } = histogram.toSparse();
  return { ...rest, count: histogram.count };
}

describe('recordAll', () => {
  it('leaves what as many calls of record leave, to the last bit', () => {
    fc.assert(
      fc.property(fc.array(anyDuration), fc.array(anyDuration), fc.nat({ max: 20 }), (before, values, beyond) => {
        const histogram = filled(before);
        histogram.recordAll(Float64Array.from([...values, ...new Array<number>(beyond).fill(1)]), values.length);
        const expected = filled([...before, ...values]);
        expect(histogram.toSparse()).toEqual(expected.toSparse());
        expect(histogram.count).toBe(expected.count);
      }),
    );
  });
});

it.each([
  // The last bucket is that of 2^30 s and more, bucket 0 that of what is below 1 us.
  ['a microsecond', 1e-6, 1],
  ['less than a microsecond', 9.99e-7, 0],
  ['34 years', 2 ** 30, bucketCount - 1],
  ['just less', 2 ** 30 * (1 - 2 ** -50), bucketCount - 2],
  ['a thousand times as much', 2 ** 40, bucketCount - 1],
])('%s lies in a bucket that is there, recorded one by one or together', (_what, seconds, bucket) => {
  expect(filled([seconds]).toSparse()).toMatchObject({ buckets: [bucket], counts: [1], sumSeconds: seconds });
  const together = new Histogram();
  together.recordAll(Float64Array.of(seconds, seconds), 2);
  expect(together.toSparse()).toMatchObject({
    buckets: [bucket],
    counts: [2],
    minSeconds: seconds,
    maxSeconds: seconds,
  });
});

it('has nothing to say of nothing', () => {
  const nothing = { buckets: [], counts: [], sumSeconds: 0, minSeconds: 0, maxSeconds: 0 };
  const empty = new Histogram();
  empty.merge(new Histogram());
  empty.addSparse(nothing);
  empty.recordZeros(0);
  empty.clear();
  expect(empty.toSparse()).toEqual(nothing);
  expect([empty.count, empty.minSeconds, empty.maxSeconds, empty.countAbove(0)]).toEqual([0, 0, 0, 0]);
});

describe('recordZeros', () => {
  it('leaves what as many calls of record leave', () => {
    fc.assert(
      fc.property(fc.array(anyDuration), fc.nat({ max: 20 }), (before, count) => {
        const histogram = filled(before);
        histogram.recordZeros(count);
        const expected = filled([...before, ...new Array<number>(count).fill(0)]);
        expect(histogram.toSparse()).toEqual(expected.toSparse());
        expect(histogram.count).toBe(expected.count);
      }),
    );
  });
});

describe('quantiles', () => {
  it('are within 0.4 % of the value of nearest rank', () => {
    const property = fc.property(
      fc.array(durations, { minLength: 1 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (values, p) => {
        const sorted = [...values].sort((a, b) => a - b);
        const exact = sorted[Math.max(1, Math.ceil(p * values.length)) - 1];
        const estimate = filled(values).quantileSeconds(p) ?? Number.NaN;
        expect(Math.abs(estimate - exact)).toBeLessThanOrEqual(0.004 * exact);
      },
    );
    fc.assert(property, { seed: 1, numRuns: 500 });
  });

  it('never leave the range of the recorded values', () => {
    const property = fc.property(
      fc.array(anyDuration, { minLength: 1 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (values, p) => {
        const estimate = filled(values).quantileSeconds(p) ?? Number.NaN;
        expect(estimate).toBeGreaterThanOrEqual(Math.min(...values));
        expect(estimate).toBeLessThanOrEqual(Math.max(...values));
      },
    );
    fc.assert(property, { seed: 2 });
  });

  it('are exact when all values are equal', () => {
    expect(filled([0.3, 0.3, 0.3]).quantileSeconds(0.99)).toBe(0.3);
  });

  it('take the nearest rank even where the product is rounded up', () => {
    // 0.07 x 100 = 7.000000000000001 in doubles.
    const values = Array.from({ length: 100 }, (_, index) => index + 1);
    expect(filled(values).quantileSeconds(0.07)).toBeCloseTo(7, 1);
  });

  it('report what is below a microsecond as 0', () => {
    expect(filled([0, 5e-7, 9e-7, 1]).quantileSeconds(0.5)).toBe(0);
  });

  it('do not exist without values', () => {
    const empty = new Histogram();
    expect([empty.quantileSeconds(0.5), empty.meanSeconds, empty.shareAtMost(1)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('put values beyond 34 years into one bucket, and keep the maximum', () => {
    const histogram = filled([1, 1e12, 3e12]);
    expect(histogram.quantileSeconds(1)).toBeLessThanOrEqual(3e12);
    expect([histogram.maxSeconds, histogram.count]).toEqual([3e12, 3]);
  });
});

describe('counts', () => {
  it('say how many values are above a limit', () => {
    const histogram = filled([0, 0.1, 0.2, 0.3, 0.5]);
    expect([-1, 0, 0.15, 0.25, 0.5].map((limit) => histogram.countAbove(limit))).toEqual([5, 4, 3, 2, 0]);
    expect(histogram.shareAtMost(0.25)).toBe(0.6);
  });

  it('agree with the quantiles: a share p lies at or below the p-quantile', () => {
    const property = fc.property(
      fc.array(anyDuration, { minLength: 1 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (values, p) => {
        const histogram = filled(values);
        const quantile = histogram.quantileSeconds(p) ?? Number.NaN;
        expect(histogram.shareAtMost(quantile)).toBeGreaterThanOrEqual(p - 1e-9);
      },
    );
    fc.assert(property, { seed: 3 });
  });

  it('keep sum, minimum and maximum exact', () => {
    const histogram = filled([0.25, 0.5, 4]);
    expect([histogram.sumSeconds, histogram.minSeconds, histogram.maxSeconds, histogram.meanSeconds]).toEqual([
      4.75,
      0.25,
      4,
      4.75 / 3,
    ]);
  });
});

describe('merging', () => {
  const lists = fc.tuple(fc.array(anyDuration), fc.array(anyDuration));

  it('is the same as recording all values in one histogram', () => {
    const property = fc.property(lists, ([first, second]) => {
      const merged = filled(first);
      merged.merge(filled(second));
      const all = filled([...first, ...second]);
      expect(shape(merged)).toEqual(shape(all));
      expect(merged.sumSeconds).toBeCloseTo(all.sumSeconds, 3 - Math.ceil(Math.log10(1 + all.sumSeconds)));
    });
    fc.assert(property, { seed: 5 });
  });

  it('gives the same through the sparse form', () => {
    const property = fc.property(lists, ([first, second]) => {
      const direct = filled(first);
      direct.merge(filled(second));
      const sparse = filled(first);
      sparse.addSparse(JSON.parse(JSON.stringify(filled(second).toSparse())));
      expect(sparse.toSparse()).toEqual(direct.toSparse());
    });
    fc.assert(property, { seed: 6 });
  });

  it('refuses buckets that do not exist', () => {
    const add = (...buckets: number[]) => {
      const histogram = new Histogram();
      const counts = buckets.map(() => 1);
      histogram.addSparse({ buckets, counts, sumSeconds: 1, minSeconds: 1, maxSeconds: 1 });
      return histogram.count;
    };
    for (const buckets of [[1e6], [bucketCount], [-1, 3], [0, bucketCount]])
      expect(() => add(...buckets)).toThrow('bucket beyond the last');
    expect(add(0, bucketCount - 1)).toBe(2);
  });

  it('counts and sums what it adds, also twice', () => {
    const histogram = filled([1, 2]);
    const sparse = filled([3, 5, 5]).toSparse();
    histogram.addSparse(sparse);
    histogram.addSparse(sparse);
    expect([histogram.count, histogram.sumSeconds, histogram.meanSeconds]).toEqual([8, 29, 29 / 8]);
    expect([histogram.minSeconds, histogram.maxSeconds]).toEqual([1, 5]);
    expect(histogram.toSparse().counts).toEqual([1, 1, 2, 4]);
  });

  it('is undone by taking the same away', () => {
    const property = fc.property(lists, ([first, second]) => {
      const histogram = filled(first);
      histogram.merge(filled(second));
      histogram.removeSparse(filled(second).toSparse());
      const before = filled(first).toSparse();
      expect(histogram.count).toBe(first.length);
      const { buckets, counts, sumSeconds } = histogram.toSparse();
      expect([buckets, counts]).toEqual([before.buckets, before.counts]);
      const size = first.reduce((sum, value) => sum + value, 0) + second.reduce((sum, value) => sum + value, 0);
      expect(Math.abs(sumSeconds - before.sumSeconds)).toBeLessThanOrEqual(1e-9 * size);
      if (first.length === 0) expect(histogram.toSparse()).toEqual(new Histogram().toSparse());
    });
    fc.assert(property, { seed: 9 });
  });
});

it('is as new after clear', () => {
  const property = fc.property(fc.array(anyDuration), fc.array(anyDuration), (before, after) => {
    const reused = filled(before);
    reused.clear();
    for (const value of after) reused.record(value);
    expect(reused.toSparse()).toEqual(filled(after).toSparse());
  });
  fc.assert(property, { seed: 7 });
});

it('has buckets that meet without gaps: each value lies below the upper border of its bucket and not below the one before', () => {
  const property = fc.property(durations, (value) => {
    const [bucket] = filled([value]).toSparse().buckets;
    expect(value).toBeLessThan(bucketUpperSeconds(bucket));
    // The first bucket begins at 1 us, in the middle of its power of two.
    expect(value).toBeGreaterThanOrEqual(bucketUpperSeconds(bucket - 1));
  });
  fc.assert(property, { seed: 8 });
});
