import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SparseTokenBuckets } from '../../../src/gateway/guards/sparseTokenBuckets.js';
import { TokenBuckets } from '../../../src/gateway/guards/tokenBucket.js';

describe('token buckets of any keys', () => {
  it('say what dense ones say, whatever comes', () => {
    const step = fc.record({
      key: fc.integer({ min: 0, max: 3000 }),
      wait: fc.double({ min: 0, max: 0.01, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 3000, size: 'max' }),
        fc.double({ min: 0.1, max: 50, noNaN: true }),
        fc.double({ min: 1, max: 3, noNaN: true }),
        (steps, perSecond, burst) => {
          const [sparse, dense] = [
            new SparseTokenBuckets({ perSecond, burst }),
            new TokenBuckets({ perSecond, burst }),
          ];
          let now = 0;
          for (const { key, wait } of steps) {
            now += wait;
            const may = dense.has(key, now);
            expect(sparse.has(-2 - key, now)).toBe(may);
            if (!may) continue;
            dense.take(key);
            sparse.take(-2 - key);
          }
        },
      ),
      { numRuns: 6 },
    );
  });

  it('keep those of one filling time, not of all clients that ever came', () => {
    const buckets = new SparseTokenBuckets({ perSecond: 1, burst: 2 });
    let most = 0;
    for (let client = 0; client < 100_000; client++) {
      buckets.has(client, client / 1000);
      buckets.take(client);
      most = Math.max(most, buckets.keptCount);
    }
    // A bucket fills again in 1 s, in which 1000 clients come.
    expect(most).toBeLessThanOrEqual(2 * 1024 + 1000);
  });
});
