import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decideSummaries, summaryLines } from '../../src/report/decideSummary.js';

const count = fc.integer({ min: 0, max: 9 });
const row = fc.record({ recorded: count, applied: fc.option(count) });

function summaryOf(rows: readonly { recorded: number; applied: number | null }[], hasCount: boolean) {
  const observations = rows.map(({ recorded }, index) => ({
    time: 15 * index,
    service: 'web',
    instances: { desired: recorded, ready: recorded, pending: 0, starting: 0, draining: 0, failed: 0, min: 0, max: 99 },
    metrics: {},
    resources: {},
    context: {},
  }));
  const decisions = rows.map(({ applied }, index) => ({ time: 15 * index, service: 'web', desired: applied, applied }));
  const [summary] = decideSummaries({ observations, decisions, hasCount, missingCount: 2 });
  return summary;
}

it('a policy that wants what was recorded differs nowhere, and its course has the same marks', () => {
  fc.assert(
    fc.property(fc.array(count, { minLength: 1, maxLength: 40 }), (counts) => {
      const summary = summaryOf(
        counts.map((recorded) => ({ recorded, applied: recorded })),
        true,
      );
      expect(summary.wanted).toEqual(summary.recorded);
      expect(summary.difference).toEqual({ mean: 0, mean_absolute: 0, max: 0, max_at_s: 0 });
    }),
    { seed: 1 },
  );
});

it('adds up: mean difference is the difference of the means, and no difference is larger than the largest', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
      const { wanted, recorded, difference, decisions, changes } = summaryOf(rows, true);
      expect(difference?.mean).toBeCloseTo(wanted.mean - (recorded?.mean ?? 0), 2);
      expect(Math.abs(difference?.max ?? 0)).toBeGreaterThanOrEqual((difference?.mean_absolute ?? 0) - 1e-3);
      expect(decisions).toBe(rows.length);
      expect(changes).toBeLessThan(rows.length);
      expect(wanted.flaps).toBeLessThanOrEqual(changes);
    }),
    { seed: 2 },
  );
});

it('says what was wanted beside what was recorded', () => {
  const decisions = [2, 4, 3, 3, 3, 3];
  const summary = summaryOf(
    decisions.map((applied, index) => ({ recorded: index < 3 ? 2 : 3, applied })),
    true,
  );
  expect(summaryLines(summary, true)).toEqual([
    '6 decisions, 2 of them change the count; 2 with a value missing',
    'wanted   3 pods on average, 4 at most, first scale-up at 15 s, 1 flap',
    'recorded 2.5 pods on average, 3 at most, first scale-up at 45 s, 0 flaps',
    'difference: +0.5 pods on average (0.5 either way), the largest +2 at 15 s',
  ]);
  expect(summaryLines(summaryOf([{ recorded: 1, applied: 2 }], false), false)[0]).toMatch(/^web: 1 decision,/);
});
