import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStream } from '../../src/random/keyedStream.js';
import { explainedShare, leastSquares } from '../../src/stats/leastSquares.js';

const stream = (seed: number) => openStream({ seed, replication: 0, owner: 'test', purpose: 'residuals' });

describe('least squares', () => {
  it('finds the line that points lie on, whatever the units', () => {
    const number = fc.double({ min: 0.1, max: 10, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.constantFrom(1e-6, 1, 1e6), fc.nat(1000), (slope, intercept, unit, seed) => {
        const draws = stream(seed);
        const xs = Array.from({ length: 20 }, () => unit * draws.uniform());
        const fit = leastSquares(
          xs.map((x) => slope * x + intercept),
          [xs, xs.map(() => 1)],
        );
        const [a = 0, b = 0] = fit?.coefficients ?? [];
        return Math.abs(a / slope - 1) < 1e-4 && Math.abs(b / intercept - 1) < 1e-4;
      }),
    );
  });

  it('has intervals that hold the slope in more than 90 of 100 series, also when neighbours are alike', () => {
    for (const likeness of [0, 0.9]) {
      let heldCount = 0;
      for (let seed = 0; seed < 200; seed++) {
        const draws = stream(seed);
        let [x, e] = [0, 0];
        const points = Array.from({ length: 400 }, () => {
          x = 0.9 * x + draws.normal();
          e = likeness * e + draws.normal();
          return { x, y: 2 * x + e };
        });
        const fit = leastSquares(
          points.map(({ y }) => y),
          [points.map((point) => point.x), points.map(() => 1)],
        );
        const reach = (fit?.criticalValue ?? 0) * (fit?.standardErrors[0] ?? 0);
        if (Math.abs((fit?.coefficients[0] ?? 0) - 2) <= reach) heldCount++;
      }
      expect(heldCount / 200).toBeGreaterThan(0.9);
      expect(heldCount / 200).toBeLessThan(0.99);
    }
  });

  it('has none where a column is a multiple of another, is zero, or points are few', () => {
    const xs = [1, 2, 3, 4, 5];
    expect(leastSquares(xs, [xs, xs.map((x) => 2 * x)])).toBeUndefined();
    expect(leastSquares(xs, [xs.map(() => 0)])).toBeUndefined();
    expect(
      leastSquares(
        [1, 2, 3],
        [
          [1, 2, 3],
          [1, 1, 1],
        ],
      ),
    ).toBeUndefined();
    expect(explainedShare([2, 2, 2, 2], [[1, 2, 3, 4]])).toBeNaN();
  });
});
