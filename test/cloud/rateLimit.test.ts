import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RateLimit } from '../../src/cloud/rateLimit.js';

it('lets through at most so many calls in any span of that length, and never fewer than it may', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 100 }), (gaps) => {
      const limit = new RateLimit({ calls: 3, perSeconds: 60 });
      const taken: number[] = [];
      let now = 0;
      for (const gap of gaps) {
        now += gap;
        const isFree = taken.filter((time) => time > now - 60).length < 3;
        expect(limit.take(now)).toBe(isFree);
        if (isFree) taken.push(now);
      }
    }),
  );
});
