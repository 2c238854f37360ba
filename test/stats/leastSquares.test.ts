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

  it.each([
    // Sums of products around the means: 8 and 10, and 10 of the values: 0.8, and 64 / 100.
    [[1, 3, 2, 5, 4], 0.8, 0.64],
    [[2, 4, 6, 8, 10], 2, 1],
    [[1, 0, 1, 0, 1], 0, 0],
  ])('of %j on 1 to 5 has the slope %d and explains %d', (values, slope, share) => {
    const columns = [[1, 2, 3, 4, 5], Array(5).fill(1)];
    const fit = leastSquares(values, columns);
    expect(fit?.coefficients[0]).toBeCloseTo(slope, 9);
    expect(fit?.r2).toBeCloseTo(share, 9);
    expect(explainedShare(values, columns)).toBeCloseTo(share, 9);
  });

  it('needs two points more than columns', () => {
    const ones = (count: number) => Array(count).fill(1);
    expect(leastSquares([1, 2, 4], [ones(3)])?.coefficients[0]).toBeCloseTo(7 / 3, 12);
    expect(leastSquares([1, 2], [ones(2)])).toBeUndefined();
    expect(explainedShare([1, 2], [ones(2)])).toBeNaN();
    expect(leastSquares([1, 2, 4, 3], [[1, 2, 3, 4], ones(4)])).toBeDefined();
    expect(leastSquares([1, 2, 4], [[1, 2, 3], ones(3)])).toBeUndefined();
    expect(leastSquares([1, 2, 4, 3], [ones(4), Array(4).fill(0)])).toBeUndefined();
  });

  it.each([
    // Lags 4 of 5 points and 30 of 100: the polynomial of Kiefer and Vogelsang at 0.8 and at 0.3.
    [5, 1.96 + 2.37552 + 0.26624 - 0.2725888],
    [100, 1.96 + 0.89082 + 0.03744 - 0.0143748],
    [9, 1.96 + (2.9694 * 8) / 9 + (0.416 * 64) / 81 - (0.5324 * 512) / 729],
  ])('of %d points has an interval of so many errors: %d', (count, criticalValue) => {
    const values = Array.from({ length: count }, (_, index) => (index * 7919) % 101);
    const fit = leastSquares(values, [values.map(() => 1)]);
    expect(fit?.criticalValue).toBeCloseTo(criticalValue, 9);
  });

  it('has errors that weigh each pair of points by how near they are', () => {
    const series = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 3, maxLength: 30 });
    fc.assert(
      fc.property(series, fc.boolean(), (values, isMean) => {
        const n = values.length;
        const column = values.map((_, index) => (isMean ? 1 : 1 + (index % 4)));
        const squares = column.reduce((sum, x) => sum + x * x, 0);
        const slope = column.reduce((sum, x, index) => sum + x * values[index], 0) / squares;
        const products = column.map((x, index) => x * (values[index] - slope * x));
        const lags = Math.min(n - 1, Math.ceil(3 * Math.sqrt(n)));
        let sum = 0;
        for (let i = 0; i < n; i++) {
          for (let j = 0; j < n; j++) sum += Math.max(0, 1 - Math.abs(i - j) / (lags + 1)) * products[i] * products[j];
        }
        const variance = ((n / (n - 1)) * sum) / squares ** 2;
        const [error = Number.NaN] = leastSquares(values, [column])?.standardErrors ?? [];
        expect(error).toBeCloseTo(Math.sqrt(Math.max(0, variance)), 6);
      }),
    );
  });
});
