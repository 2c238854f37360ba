import { expect, it } from 'vitest';
import { studentQuantile } from '../../src/stats/studentT.js';

it.each([
  // 97.5 % points of the printed tables, then other probabilities and a fractional number of degrees.
  [1, 0.975, 12.706204736174694],
  [2, 0.975, 4.302652729911275],
  [4, 0.975, 2.7764451051977934],
  [9, 0.975, 2.262157162798205],
  [29, 0.975, 2.045229642132703],
  [1000, 0.975, 1.9623390808264083],
  [1, 0.995, 63.656741162871526],
  [9, 0.995, 3.249835541592126],
  [2.5, 0.975, 3.5746548420036817],
])('with %d degrees of freedom and probability %d is %d', (degreesOfFreedom, probability, quantile) => {
  expect(studentQuantile({ probability, degreesOfFreedom }) / quantile).toBeCloseTo(1, 9);
});

it('is the tangent with one degree of freedom, also far out', () => {
  for (const probability of [0.6, 0.9, 0.999, 0.999999]) {
    const exact = Math.tan(Math.PI * (probability - 0.5));
    expect(studentQuantile({ probability, degreesOfFreedom: 1 }) / exact).toBeCloseTo(1, 8);
  }
});

it('is odd about one half', () => {
  expect(studentQuantile({ probability: 0.5, degreesOfFreedom: 3 })).toBe(0);
  expect(studentQuantile({ probability: 0.1, degreesOfFreedom: 3 })).toBeCloseTo(
    -studentQuantile({ probability: 0.9, degreesOfFreedom: 3 }),
    12,
  );
});

it('tends to the normal quantile', () => {
  expect(studentQuantile({ probability: 0.975, degreesOfFreedom: 1e7 })).toBeCloseTo(1.959963984540054, 6);
});

it('refuses a probability of 1 and no degrees of freedom', () => {
  expect(() => studentQuantile({ probability: 1, degreesOfFreedom: 3 })).toThrow('probability 1');
  expect(() => studentQuantile({ probability: 0.9, degreesOfFreedom: 0 })).toThrow('degreesOfFreedom 0');
});
