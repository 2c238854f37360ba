import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/random/normalQuantile.js';
import { type Share, shareDifference } from '../../src/stats/shareDifference.js';
import { wilsonInterval } from '../../src/stats/wilsonInterval.js';

const share = fc
  .integer({ min: 1, max: 500 })
  .chain((runCount) => fc.record({ hitCount: fc.nat(runCount), runCount: fc.constant(runCount) }));
const of = (hitCount: number, runCount: number): Share => ({ hitCount, runCount });

describe('the interval of a share', () => {
  it('ends where a share would be just as far from what was seen as chance allows', () => {
    fc.assert(
      fc.property(share, fc.constantFrom(0.9, 0.95, 0.99), (seen, confidence) => {
        const z = normalQuantile((1 + confidence) / 2);
        const { low, high } = wilsonInterval(seen, confidence);
        const found = seen.hitCount / seen.runCount;
        for (const end of [low, high]) {
          expect(end).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(1);
          // Wilson's own definition: (found - end)^2 = z^2 end (1 - end) / n; 0 and 1 hold it where they were seen.
          const chance = z ** 2 * ((end * (1 - end)) / seen.runCount);
          expect((found - end) ** 2).toBeCloseTo(chance, 9);
        }
        if (seen.hitCount > 0) expect(low).toBeLessThan(found);
        if (seen.hitCount < seen.runCount) expect(high).toBeGreaterThan(found);
      }),
    );
  });

  it.each([
    // 3.8416 / (10 + 3.8416), and its mirror.
    [0, 10, 0, 0.27753],
    [10, 10, 0.72247, 1],
    [5, 10, 0.23659, 0.76341],
  ])('of %d in %d is %d to %d', (hitCount, runCount, low, high) => {
    const found = wilsonInterval(of(hitCount, runCount));
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
    if (hitCount === 0) expect(found.low).toBe(0);
    if (hitCount === runCount) expect(found.high).toBe(1);
  });

  it.each([
    [0, 0],
    [-1, 5],
    [6, 5],
  ])('is refused for %d of %d', (hitCount, runCount) => {
    expect(() => wilsonInterval(of(hitCount, runCount))).toThrow(`${hitCount} of ${runCount} runs`);
  });
});

describe('the difference of two shares', () => {
  it.each([
    // Newcombe (1998), table II, method 10.
    [of(56, 70), of(48, 80), 0.0524, 0.3339],
    [of(9, 10), of(3, 10), 0.1705, 0.809],
    [of(6, 7), of(2, 7), 0.0582, 0.8062],
    [of(5, 56), of(0, 29), -0.0381, 0.1926],
    [of(0, 10), of(0, 20), -0.1611, 0.2775],
    [of(0, 10), of(0, 10), -0.2775, 0.2775],
    [of(10, 10), of(0, 20), 0.6791, 1],
    [of(10, 10), of(0, 10), 0.6075, 1],
  ])('%o - %o is that of the textbook', (one, other, low, high) => {
    const found = shareDifference(one, other);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it('is that of the other way round with the other sign', () => {
    fc.assert(
      fc.property(share, share, (one, other) => {
        const [there, back] = [shareDifference(one, other), shareDifference(other, one)];
        expect(there.low).toBeCloseTo(-back.high, 12);
        expect(there.high).toBeCloseTo(-back.low, 12);
        expect(there.low).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(there.high).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});
