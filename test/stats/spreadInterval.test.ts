import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Spread, spreadKinds } from '../../src/stats/spread.js';
import { spreadInterval } from '../../src/stats/spreadInterval.js';
import { meanInterval } from '../../src/stats/tInterval.js';

const spreads: Readonly<Record<string, Spread>> = {
  plain: { kind: 'plain', least: 0, most: Number.POSITIVE_INFINITY },
  share: { kind: 'share', least: 0, most: 1 },
  count: { kind: 'count', least: 0, most: Number.POSITIVE_INFINITY },
  skewed: { kind: 'skewed', least: 0, most: Number.POSITIVE_INFINITY },
};

describe('the interval of a mean over runs', () => {
  it('holds the mean, stays within what is possible and is a number, whatever the runs', () => {
    const shares = fc.constantFrom(0, 1, 0.5, 0.99, 0.999999);
    const sizes = fc.oneof(fc.constantFrom(0, 1, 60, 1e-9, 1e9), fc.double({ min: 0, max: 1000, noNaN: true }));
    for (const kind of spreadKinds) {
      const values = fc.array(kind === 'share' ? shares : sizes, { minLength: 2, maxLength: 12 });
      fc.assert(
        fc.property(values, fc.constantFrom(0.95, 0.99, 0.9875), (runs, confidence) => {
          const { mean, low, high, n } = spreadInterval(runs, spreads[kind], confidence);
          const [from, to] = [low ?? Number.NaN, high ?? Number.NaN];
          // Rounding of the mean itself.
          const eps = 1e-9 * Math.max(1, Math.abs(mean ?? 0));
          return (
            n === runs.length &&
            Number.isFinite(from) &&
            Number.isFinite(to) &&
            from >= spreads[kind].least &&
            to <= spreads[kind].most &&
            from <= (mean ?? Number.NaN) + eps &&
            to >= (mean ?? Number.NaN) - eps
          );
        }),
      );
    }
  });

  it('is wider with more confidence', () => {
    const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(values, fc.constantFrom(...spreadKinds), (runs, kind) => {
        const [narrow, wide] = [0.95, 0.99].map((confidence) => spreadInterval(runs, spreads[kind], confidence));
        return (wide.low ?? 0) <= (narrow.low ?? 0) + 1e-12 && (wide.high ?? 0) >= (narrow.high ?? 0) - 1e-12;
      }),
    );
  });

  it.each(spreadKinds)('of kind %s has no ends with one run, and no mean with none', (kind) => {
    expect(spreadInterval([3], spreads[kind])).toEqual({ mean: 3, low: null, high: null, n: 1, isAbout: false });
    expect(spreadInterval([], spreads[kind])).toEqual({ mean: null, low: null, high: null, n: 0, isAbout: false });
  });

  it('of equal runs is a point, of no event in ten runs at most 0.3 a run', () => {
    for (const kind of spreadKinds) {
      expect(spreadInterval([0.7, 0.7, 0.7], spreads[kind])).toMatchObject({ mean: 0.7, low: 0.7, high: 0.7 });
    }
    expect(spreadInterval([1, 1, 1], spreads.share)).toMatchObject({ low: 1, high: 1 });
    expect(spreadInterval([0, 0, 0], spreads.skewed)).toMatchObject({ low: 0, high: 0 });
    const { low, high } = spreadInterval(Array(10).fill(0), spreads.count);
    expect(low).toBe(0);
    expect(high).toBeCloseTo(0.3, 2);
  });

  it('of a plain measure is the t-interval', () => {
    const runs = [10, 12, 11, 14, 9];
    expect(spreadInterval(runs, spreads.plain)).toEqual({ ...meanInterval(runs), isAbout: false });
  });

  it('of a skewed one reaches farther up than down, and is the same each time', () => {
    const runs = [1, 1.5, 1.2, 2, 9, 1.1, 3, 1.4, 6, 1.3];
    const first = spreadInterval(runs, spreads.skewed);
    spreadInterval([1, 2, 3, 4, 5, 6], spreads.skewed);
    expect(spreadInterval(runs, spreads.skewed)).toEqual(first);
    expect((first.high ?? 0) - (first.mean ?? 0)).toBeGreaterThan(1.5 * ((first.mean ?? 0) - (first.low ?? 0)));
  });

  it('says about where one run makes most of the spread, or too few runs tell the shape', () => {
    expect(spreadInterval([0, 0, 0, 0, 0, 0, 0, 0, 0, 600], spreads.skewed).isAbout).toBe(true);
    expect(spreadInterval([10, 10, 11, 10, 11, 10, 11, 10, 11, 60], spreads.plain).isAbout).toBe(true);
    expect(spreadInterval([0, 0, 0, 0, 0, 0, 0, 1, 2, 3], spreads.count).isAbout).toBe(true);
    expect(spreadInterval([0, 0, 0, 0, 0, 0, 1, 1, 2, 3], spreads.count).isAbout).toBe(false);
    expect(spreadInterval([1, 2, 4], spreads.skewed).isAbout).toBe(true);
    expect(spreadInterval([9, 10, 11, 12, 10, 9, 11, 10, 12, 11], spreads.skewed).isAbout).toBe(false);
  });
});
