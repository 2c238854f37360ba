import { expect, it } from 'vitest';
import { pairedDifference } from '../../src/stats/pairedDifference.js';

it('is b - a, with the spread of the differences only', () => {
  // The values differ by hundreds between runs, the differences by one.
  const interval = pairedDifference({ a: [100, 500, 900], b: [101, 502, 903] });
  expect(interval.mean).toBe(2);
  expect(interval.high).toBeCloseTo(2 + 4.302652729911275 / Math.sqrt(3), 9);
});

it('refuses lists that are not pairs', () => {
  expect(() => pairedDifference({ a: [1, 2], b: [1] })).toThrow('2 of a but 1 of b');
});
