import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Histogram } from '../../src/stats/histogram.js';
import { SlidingHistogram } from '../../src/stats/slidingHistogram.js';

it('says what a plain histogram says, whatever is added and taken away', () => {
  const seconds = fc.oneof(
    fc.double({ min: 0, max: 1e-5, noNaN: true }),
    fc.double({ min: 0, max: 100, noNaN: true }),
    fc.constantFrom(0, 1, 2 ** 31),
  );
  const parts = fc.array(fc.array(seconds, { maxLength: 20 }), { maxLength: 12 });
  fc.assert(
    fc.property(parts, fc.integer({ min: 1, max: 4 }), (values, length) => {
      const plain = new Histogram();
      const sliding = new SlidingHistogram();
      const inside = values.map((part) => {
        const one = new Histogram();
        for (const value of part) one.record(value);
        return one.toSparse();
      });
      for (const [index, part] of inside.entries()) {
        for (const window of [plain, sliding]) {
          window.addSparse(part);
          if (index >= length) window.removeSparse(inside[index - length]);
        }
        for (const share of [0, 0.01, 0.5, 0.9, 0.99, 1]) {
          expect(sliding.quantileSeconds(share)).toBe(plain.quantileSeconds(share));
        }
      }
    }),
    { seed: 1, numRuns: 200 },
  );
});
