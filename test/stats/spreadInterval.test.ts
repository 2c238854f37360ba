import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStream } from '../../src/random/keyedStream.js';
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

  it('of shares has its ends on the scale of odds', () => {
    const runs = [0.9, 0.95, 0.85, 0.99, 0.91];
    const { mean, low, high } = spreadInterval(runs, spreads.share);
    const t = meanInterval(runs);
    // The derivative of log(m / (1 - m)) is 1 / (m (1 - m)).
    const reach = ((t.high ?? 0) - 0.92) / (0.92 * 0.08);
    const oddsOf = (share: number | null) => (share ?? 0) / (1 - (share ?? 0));
    expect(mean).toBeCloseTo(0.92, 12);
    expect(Math.log(oddsOf(high))).toBeCloseTo(Math.log(0.92 / 0.08) + reach, 9);
    expect(Math.log(oddsOf(low))).toBeCloseTo(Math.log(0.92 / 0.08) - reach, 9);
  });

  it('of counts has its ends on the scale of logarithms', () => {
    const runs = [2, 5, 3, 1, 4, 3];
    const { low, high } = spreadInterval(runs, spreads.count);
    const reach = ((meanInterval(runs).high ?? 0) - 3) / 3;
    expect(Math.log(high ?? 0)).toBeCloseTo(Math.log(3) + reach, 9);
    expect(Math.log(low ?? 0)).toBeCloseTo(Math.log(3) - reach, 9);
  });

  it('of means that have no logarithm or odds is the t-interval, as far as it is possible', () => {
    const anything = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY };
    for (const runs of [
      [-2, 1, -3, 0.5],
      [-1, 1, -2, 2],
    ]) {
      const { low, high } = meanInterval(runs);
      expect(spreadInterval(runs, { kind: 'count', ...anything })).toMatchObject({ low, high });
      expect(spreadInterval(runs, { kind: 'share', ...anything })).toMatchObject({ low, high });
    }
    const beyond = [1, 1.5, 0.9, 2];
    const { low, high } = meanInterval(beyond);
    expect(spreadInterval(beyond, { kind: 'share', ...anything })).toMatchObject({ low, high });
    expect(spreadInterval([-2, 1, -3, 0.5], spreads.plain).low).toBe(0);
    expect(spreadInterval(beyond, { ...spreads.plain, most: 1.4 }).high).toBe(1.4);
  });

  it('of a skewed one is read from five runs on', () => {
    const four = [1, 2, 4, 9];
    expect(spreadInterval(four, { ...spreads.skewed, least: -100 })).toEqual({ ...meanInterval(four), isAbout: true });
    const five = [1, 2, 4, 9, 3];
    const { low, high, mean } = spreadInterval(five, { ...spreads.skewed, least: -100 });
    const t = meanInterval(five);
    expect(high).not.toBeCloseTo(t.high ?? 0, 3);
    expect((high ?? 0) - (mean ?? 0)).toBeGreaterThan((mean ?? 0) - (low ?? 0));
  });

  it('of a skewed one is in the units of its runs', () => {
    const runs = [1, 1.5, 1.2, 2, 9, 1.1, 3, 1.4, 6, 1.3];
    const free = { ...spreads.skewed, least: Number.NEGATIVE_INFINITY };
    const [one, grown] = [1, 60].map((unit) =>
      spreadInterval(
        runs.map((value) => value * unit),
        free,
      ),
    );
    expect(grown.low).toBeCloseTo((one.low ?? 0) * 60, 6);
    expect(grown.high).toBeCloseTo((one.high ?? 0) * 60, 6);
    const mirrored = spreadInterval(
      runs.map((value) => -value),
      free,
    );
    // The same draws, seen from the other side: the long tail is below.
    expect(mirrored.low).toBeCloseTo(-(one.high ?? 0), 0);
    expect(mirrored.high).toBeCloseTo(-(one.low ?? 0), 1);
  });

  it('holds the mean of skewed runs about as often as it says', () => {
    const stream = openStream({ seed: 5, replication: 0, owner: 'test', purpose: 'skewed runs' });
    let [below, above] = [0, 0];
    const trials = 400;
    for (let trial = 0; trial < trials; trial++) {
      const runs = Array.from({ length: 20 }, () => -Math.log(1 - stream.uniform()));
      const { low, high } = spreadInterval(runs, spreads.skewed);
      if ((high ?? 0) < 1) below++;
      if ((low ?? 0) > 1) above++;
    }
    // Of exponential runs a t-interval misses 6 to 8 % on one side and 1 % on the other.
    expect(below / trials).toBeLessThan(0.05);
    expect(above / trials).toBeLessThan(0.05);
    expect((below + above) / trials).toBeGreaterThan(0.02);
  });

  it('of a skewed one says about where a bound is cut off at what no run comes near', () => {
    const wide = [1, 5, 9, 2, 8];
    const free = { ...spreads.skewed, least: -100 };
    const { low } = spreadInterval(wide, free);
    expect(low).toBeLessThan(0.9);
    expect(spreadInterval(wide, free).isAbout).toBe(false);
    expect(spreadInterval(wide, { ...free, least: 0.9 })).toMatchObject({ low: 0.9, isAbout: true });
    // Where a run is there, it is no wonder that the mean may be.
    expect(spreadInterval(wide, { ...free, least: 1 })).toMatchObject({ low: 1, isAbout: false });
    expect(spreadInterval(wide, { ...free, least: low ?? 0 }).isAbout).toBe(false);
  });

  it('of a skewed one whose draws have no end reaches at least as far as t, and as the farthest draw', () => {
    const runs = [0, 0, 0, 0, 0, 0, 0, 0, 0, 600];
    const t = meanInterval(runs);
    const { low, high, isAbout } = spreadInterval(runs, { ...spreads.skewed, least: -1e9 });
    expect(isAbout).toBe(true);
    expect(Number.isFinite(high)).toBe(true);
    expect(high).toBeGreaterThanOrEqual(t.high ?? 0);
    expect(low).toBeLessThanOrEqual(60);
    const down = spreadInterval(
      runs.map((value) => -value),
      { ...spreads.skewed, least: -1e9 },
    );
    expect(down.low).toBeLessThanOrEqual(-(t.high ?? 0));
    expect(Number.isFinite(down.low)).toBe(true);
    // One bad run of ten, which most draws have once: 60 and its error of 60 at the most.
    expect(down.high).toBeGreaterThanOrEqual(-60);
    expect(down.isAbout).toBe(true);
  });

  it.each<[what: string, runs: readonly number[], isAbout: boolean]>([
    ['one run of five differs', [0, 0, 0, 0, 1], true],
    ['one run of four differs', [0, 0, 0, 1], false],
    // 25 of 32 squares, and 25 of 30.5.
    ['one run makes 78 % of the spread', [5, -2, -1, -1, -1, 0], false],
    ['one run makes 82 % of the spread', [5, -1, -1, -1, -1.5, -0.5], true],
    ['three runs differ from half of them', [1, 1, 1, 2, 3, 4], false],
    ['three runs differ from more than half', [1, 1, 1, 1, 2, 3, 4], true],
    ['four runs differ from more than half', [1, 1, 1, 1, 1, 2, 3, 4, 5], false],
  ])('rests on few runs, or not: %s', (_what, runs, isAbout) => {
    expect(spreadInterval(runs, { ...spreads.plain, least: -100 }).isAbout).toBe(isAbout);
  });
});
