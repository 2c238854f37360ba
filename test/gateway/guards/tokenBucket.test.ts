import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TokenBuckets } from '../../../src/gateway/guards/tokenBucket.js';

/** Whether each of the tries, at ascending instants, finds a token. */
function letThrough(buckets: TokenBuckets, instants: readonly number[], key = 0): boolean[] {
  return instants.map((seconds) => {
    const hasToken = buckets.has(key, seconds);
    if (hasToken) buckets.take(key);
    return hasToken;
  });
}

const gaps = fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: 1, maxLength: 300 });
const rates = fc.record({
  perSecond: fc.double({ min: 0.1, max: 50, noNaN: true }),
  burst: fc.double({ min: 1, max: 20, noNaN: true }),
});
const instantsOf = (some: readonly number[]) =>
  some.map((_, index) => some.slice(0, index + 1).reduce((a, b) => a + b));

describe('a token bucket', () => {
  it('lets through no more in any span than a full bucket and what flows in meanwhile', () => {
    fc.assert(
      fc.property(rates, gaps, (rate, some) => {
        const instants = instantsOf(some);
        const passed = letThrough(new TokenBuckets(rate), instants).flatMap((ok, index) =>
          ok ? [instants[index]] : [],
        );
        for (const [from, first] of passed.entries())
          for (const [more, last] of passed.slice(from).entries())
            expect(more + 1).toBeLessThanOrEqual(rate.burst + rate.perSecond * (last - first) + 1e-5);
      }),
    );
  });

  it('refuses only who comes when what flowed in since the last refusal or the begin is used up', () => {
    fc.assert(
      fc.property(rates, gaps, (rate, some) => {
        const instants = instantsOf(some);
        let tokens = rate.burst;
        const expected = instants.map((seconds, index) => {
          tokens = Math.min(rate.burst, tokens + (seconds - (instants[index - 1] ?? 0)) * rate.perSecond);
          // Where rounding decides either is right.
          if (Math.abs(tokens - 1) < 1e-5) fc.pre(false);
          if (tokens < 1) return false;
          tokens--;
          return true;
        });
        expect(letThrough(new TokenBuckets(rate), instants)).toEqual(expected);
      }),
    );
  });

  it.each([3, 7, 30, 1000])('never refuses who sends evenly at exactly the rate of %i a second', (perSecond) => {
    const instants = Array.from({ length: 100_000 }, (_, index) => 12_345 + index / perSecond);
    expect(letThrough(new TokenBuckets({ perSecond, burst: 1 }), instants)).not.toContain(false);
  });

  it('keeps the keys apart, the largest too', () => {
    const buckets = new TokenBuckets({ perSecond: 1, burst: 2 });
    for (const key of [0, 1, 15, 16, 1_000, 5])
      expect(letThrough(buckets, [10, 10, 10, 11, 11], key)).toEqual([true, true, false, true, false]);
  });
});
