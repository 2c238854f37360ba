import { expect, it } from 'vitest';
import { normalQuantile } from '../../src/random/normalQuantile.js';

it.each([
  // To 16 digits by a bisection of the distribution function in 40-digit arithmetic; the first two are AS 241's test values.
  [0.25, -0.6744897501960817],
  [0.001, -3.090232306167814],
  [1e-20, -9.262340089798409],
  [0.5, 0],
  [0.95, 1.6448536269514722],
  [0.975, 1.959963984540054],
  [0.99, 2.3263478740408408],
  [1e-300, -37.0470962993612],
])('of %d is %d', (probability, quantile) => {
  expect(Math.abs(normalQuantile(probability) - quantile)).toBeLessThanOrEqual(1e-14 * Math.max(1, Math.abs(quantile)));
});

it('is odd about one half and rises', () => {
  let before = -Infinity;
  for (let step = 1; step < 1024; step++) {
    const quantile = normalQuantile(step / 1024);
    expect(quantile).toBeGreaterThan(before);
    expect(normalQuantile(1 - step / 1024)).toBeCloseTo(-quantile, 13);
    before = quantile;
  }
});

it('is infinite at 0 and 1', () => {
  expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
});
