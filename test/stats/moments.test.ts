import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Moments } from '../../src/stats/moments.js';

const filled = (values: readonly number[]) => {
  const moments = new Moments();
  for (const value of values) moments.add(value);
  return moments;
};

it('gives mean and sample variance', () => {
  const moments = filled([2, 4, 4, 4, 5, 5, 7, 9]);
  expect(moments.mean).toBe(5);
  expect(moments.variance).toBeCloseTo(32 / 7, 12);
});

it('keeps a small variance beside a huge mean', () => {
  // The sum of squares minus the square of the sum would give 0 or less here.
  expect(filled([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]).variance).toBe(30);
});

it('has no mean without values and no variance with one', () => {
  expect([filled([]).mean, filled([]).variance, filled([3]).mean, filled([3]).variance]).toEqual([
    undefined,
    undefined,
    3,
    undefined,
  ]);
});

it('merges to what all values together give', () => {
  const values = fc.array(fc.integer({ min: -1000, max: 1000 }));
  const property = fc.property(values, values, (first, second) => {
    const merged = filled(first);
    merged.merge(filled(second));
    const all = filled([...first, ...second]);
    expect(merged.count).toBe(all.count);
    expect(merged.mean ?? 0).toBeCloseTo(all.mean ?? 0, 9);
    expect(merged.variance ?? 0).toBeCloseTo(all.variance ?? 0, 6);
  });
  fc.assert(property, { seed: 1 });
});
