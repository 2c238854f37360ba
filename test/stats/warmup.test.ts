import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { warmupCut } from '../../src/stats/warmup.js';

/** Deterministic noise in -2..2. */
const noise = (index: number) => ((Math.sin(index * 12.9898) * 43_758.5453) % 1) * 2;

describe('warmupCut', () => {
  it('cuts a transient off, and little more', () => {
    const values = Array.from({ length: 1000 }, (_, index) => 100 - 80 * Math.exp(-index / 30) + noise(index));
    const cut = warmupCut(values);
    expect(cut?.cutCount).toBeGreaterThanOrEqual(60);
    expect(cut?.cutCount).toBeLessThanOrEqual(200);
    expect(cut?.isTooShort).toBe(false);
  });

  it('says that a series that only grows is too short', () => {
    expect(warmupCut(Array.from({ length: 400 }, (_, index) => index))).toMatchObject({ isTooShort: true });
  });

  it('says nothing about fewer than 50 values', () => {
    expect(warmupCut(Array.from({ length: 49 }, () => 1))).toBeUndefined();
  });

  it('cuts nothing off a series that has no transient, from 50 values on: of cuts that are alike it takes the smallest', () => {
    expect(warmupCut(Array.from({ length: 50 }, () => 7))).toEqual({ cutCount: 0, isTooShort: false });
  });

  it('leaves out values that fill no batch of five', () => {
    const values = Array.from({ length: 60 }, (_, index) => (index < 10 ? 0 : 100 + noise(index)));
    expect(warmupCut(values)).toEqual({ cutCount: 10, isTooShort: false });
    expect(warmupCut([...values, -1e6, -1e6, -1e6, -1e6])).toEqual({ cutCount: 10, isTooShort: false });
  });

  it('gives the minimum of the formula as it is written', () => {
    const series = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 50, maxLength: 200 });
    fc.assert(
      fc.property(series, (values) => {
        const count = Math.floor(values.length / 5);
        const means = Array.from({ length: count }, (_, k) => mean(values.slice(5 * k, 5 * k + 5)));
        const errorAt = (cut: number) => {
          const rest = means.slice(cut);
          return rest.reduce((sum, value) => sum + (value - mean(rest)) ** 2, 0) / rest.length ** 2;
        };
        const errors = Array.from({ length: Math.floor(count / 2) + 1 }, (_, cut) => errorAt(cut));
        const found = (warmupCut(values)?.cutCount ?? 0) / 5;
        expect(errors[found]).toBeLessThanOrEqual(Math.min(...errors) * (1 + 1e-9) + 1e-9);
      }),
      { seed: 5, numRuns: 100 },
    );
  });
});

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
