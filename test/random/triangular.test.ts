import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { triangularQuantile } from '../../src/random/triangular.js';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const triangles = fc
  .tuple(...[1, 2, 3].map(() => fc.double({ min: -1e6, max: 1e6, noNaN: true })))
  .map((values) => values.sort((a, b) => a - b))
  .map(([low, peak, high]) => ({ low, peak, high }));

describe('triangular law', () => {
  it('lies within its ends and rises', () => {
    fc.assert(
      fc.property(triangles, share, share, (triangle, a, b) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)].map((at) => triangularQuantile(triangle, at));
        expect(first).toBeGreaterThanOrEqual(triangle.low);
        expect(second).toBeLessThanOrEqual(triangle.high);
        expect(first).toBeLessThanOrEqual(second + 1e-9);
      }),
      { seed: 1 },
    );
  });

  it('has the textbook mean and reaches its peak where its two sides meet', () => {
    fc.assert(
      fc.property(triangles, (triangle) => {
        const { low, peak, high } = triangle;
        const count = 20_000;
        let sum = 0;
        for (let step = 0; step < count; step++) sum += triangularQuantile(triangle, (step + 0.5) / count);
        expect(Math.abs(sum / count - (low + peak + high) / 3)).toBeLessThanOrEqual(1e-4 * (high - low) + 1e-9);
        if (high > low) expect(triangularQuantile(triangle, (peak - low) / (high - low))).toBeCloseTo(peak, 6);
      }),
      { seed: 2, numRuns: 20 },
    );
  });
});
