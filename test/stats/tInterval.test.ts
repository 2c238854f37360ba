import { describe, expect, it } from 'vitest';
import { openStream } from '../../src/random/keyedStream.js';
import { meanInterval } from '../../src/stats/tInterval.js';

describe('the interval of a mean', () => {
  it('is mean +- t s / sqrt(n)', () => {
    // s = 1, n = 3: half-width 4.302653 / sqrt(3).
    const interval = meanInterval([1, 2, 3]);
    expect(interval.mean).toBe(2);
    expect(interval.high).toBeCloseTo(2 + 4.302652729911275 / Math.sqrt(3), 9);
    expect(interval.low).toBeCloseTo(2 - 4.302652729911275 / Math.sqrt(3), 9);
  });

  it('has no width with one value and no mean without', () => {
    expect(meanInterval([7])).toEqual({ mean: 7, low: null, high: null, n: 1 });
    expect(meanInterval([])).toEqual({ mean: null, low: null, high: null, n: 0 });
  });

  it('is a point when all values are equal', () => {
    expect(meanInterval([0.1, 0.1, 0.1])).toEqual({ mean: 0.1, low: 0.1, high: 0.1, n: 3 });
  });

  it('covers the true mean in 95 % of the experiments', () => {
    const stream = openStream({ seed: 5, replication: 0, owner: 'coverage', purpose: 'test' });
    const experimentCount = 4000;
    let covered = 0;
    for (let experiment = 0; experiment < experimentCount; experiment++) {
      const { low, high } = meanInterval(Array.from({ length: 5 }, () => stream.normal()));
      if (low !== null && high !== null && low <= 0 && high >= 0) covered++;
    }
    expect(Math.abs(covered / experimentCount - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / experimentCount));
  });
});
