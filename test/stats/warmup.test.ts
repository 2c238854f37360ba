import { describe, expect, it } from 'vitest';
import { openStream } from '../../src/random/keyedStream.js';
import { warmupCut } from '../../src/stats/warmup.js';

const noise = (count: number) => {
  const stream = openStream({ seed: 9, replication: 0, owner: 'series', purpose: 'test' });
  return Array.from({ length: count }, () => stream.normal());
};

describe('MSER-5', () => {
  it('cuts a start that is far from the rest', () => {
    const series = noise(1000).map((value, index) => (index < 100 ? value + 20 : value));
    const { dropCount, isTooShort } = warmupCut(series);
    expect(dropCount).toBeGreaterThanOrEqual(100);
    expect(dropCount).toBeLessThan(200);
    expect(isTooShort).toBe(false);
  });

  it('is the argmin of the squared distances over the squared count, computed directly', () => {
    const series = noise(400).map((value, index) => value + 8 * Math.exp(-index / 30));
    const means = Array.from(
      { length: 80 },
      (_, batch) => series.slice(5 * batch, 5 * batch + 5).reduce((sum, x) => sum + x, 0) / 5,
    );
    const errors = Array.from({ length: 41 }, (_, cut) => {
      const rest = means.slice(cut);
      const mean = rest.reduce((sum, x) => sum + x, 0) / rest.length;
      return rest.reduce((sum, x) => sum + (x - mean) ** 2, 0) / rest.length ** 2;
    });
    const best = errors.indexOf(Math.min(...errors));
    expect(best).toBeGreaterThan(0);
    expect(warmupCut(series)).toEqual({ dropCount: 5 * best, isTooShort: false });
  });

  it('cuts nothing from a constant', () => {
    expect(warmupCut(new Array(100).fill(3))).toEqual({ dropCount: 0, isTooShort: false });
  });

  it('says that a series which settles only at its middle is too short', () => {
    const late = Array.from({ length: 200 }, (_, index) => (index < 100 ? 20 : 0));
    expect(warmupCut(late)).toEqual({ dropCount: 100, isTooShort: true });
  });

  it('says that nine values are too short', () => {
    expect(warmupCut([1, 2, 3, 4, 5, 6, 7, 8, 9])).toEqual({ dropCount: 0, isTooShort: true });
  });
});
