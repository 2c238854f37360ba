import { describe, expect, it } from 'vitest';
import { drawnQuantile, studentisedMeans } from '../../src/stats/bootstrapT.js';

/** All ways to draw as many runs as there are, with replacement. */
function resamplesOf(values: readonly number[]): number[][] {
  return values.reduce<number[][]>((drawn) => drawn.flatMap((some) => values.map((value) => [...some, value])), [[]]);
}

/** How far the mean of a resample lies from that of the runs, in its own standard errors. */
function studentised(resample: readonly number[], mean: number): number {
  const n = resample.length;
  const own = resample.reduce((sum, value) => sum + value, 0) / n;
  if (resample.every((value) => value === resample[0])) {
    if (Math.abs(own - mean) < 1e-9) return 0;
    return own > mean ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  }
  const variance = resample.reduce((sum, value) => sum + (value - own) ** 2, 0) / (n - 1);
  return (own - mean) / Math.sqrt(variance / n);
}

/** How often each value comes, up to rounding. */
function countsOf(values: readonly number[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) {
    // 0 of either sign is one value.
    const kind = (Math.abs(value) < 1e-9 ? 0 : value).toFixed(6);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

describe('studentised means of resamples', () => {
  it.each([
    ['two runs', [1, 4]],
    ['three, of which one is the mean', [1, 2, 3]],
    ['four with a long tail', [1, 1.5, 2, 12]],
    ['four that are large and near each other', [1e6, 1e6 + 1, 1e6 + 2, 1e6 + 5]],
    ['five, of which four are equal', [0, 0, 0, 0, 600]],
  ])('come as often as among all ways to draw: %s', (_what, values) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const exact = countsOf(resamplesOf(values).map((resample) => studentised(resample, mean)));
    const drawn = studentisedMeans(values);
    expect(drawn).toHaveLength(2000);
    expect(drawn.every((value, index) => index === 0 || value >= drawn[index - 1])).toBe(true);
    const found = countsOf([...drawn]);
    expect([...found.keys()].filter((kind) => !exact.has(kind))).toEqual([]);
    for (const [kind, count] of exact) {
      const share = count / values.length ** values.length;
      // Five standard errors of 2000 draws.
      const reach = 5 * Math.sqrt((share * (1 - share)) / 2000) + 1e-9;
      expect(Math.abs((found.get(kind) ?? 0) / 2000 - share), kind).toBeLessThan(reach);
    }
  });

  it('are the same each time, also after those of other counts', () => {
    const values = [1, 2, 4, 9];
    const first = studentisedMeans(values);
    studentisedMeans([1, 2, 3]);
    expect(studentisedMeans(values)).toEqual(first);
    const moved = studentisedMeans(values.map((value) => 10 * value + 3));
    for (const probability of [0.05, 0.2, 0.5, 0.8, 0.95])
      expect(drawnQuantile(moved, probability)).toBeCloseTo(drawnQuantile(first, probability), 6);
  });
});

describe('a quantile of draws', () => {
  it.each([
    [0.025, 50],
    [0.5, 1000],
    [0.975, 1950],
    [0, 1],
    [1, 1999],
    [0.0004, 1],
    [0.9996, 1999],
  ])('below which %d of them lie is the value at that rank', (probability, rank) => {
    const sorted = Float64Array.from({ length: 1999 }, (_, index) => index + 1);
    expect(drawnQuantile(sorted, probability)).toBe(rank);
  });
});
