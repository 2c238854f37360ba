import { expect, it } from 'vitest';
import { logGamma } from '../../src/random/logGamma.js';

it('is the logarithm of the factorial at whole numbers', () => {
  let logFactorial = 0;
  for (let n = 1; n <= 170; n++) {
    expect(Math.abs(logGamma(n) - logFactorial)).toBeLessThan(1e-13 * Math.max(1, logFactorial));
    logFactorial += Math.log(n);
  }
});

it.each([
  // sqrt(pi), sqrt(pi)/2, and Gamma(0.1) to 16 digits.
  [0.5, Math.sqrt(Math.PI)],
  [1.5, Math.sqrt(Math.PI) / 2],
  [0.1, 9.513507698668732],
])('knows Gamma(%d)', (x, value) => {
  expect(Math.exp(logGamma(x)) / value).toBeCloseTo(1, 13);
});
