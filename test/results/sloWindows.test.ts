import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { burnRateMax, recoverySeconds, timeAboveSlo } from '../../src/results/measures/sloWindows.js';

/** Windows of 100 requests each, with so many good ones. */
function windowsOf(goods: readonly number[], counts: readonly number[] = goods.map(() => 100)) {
  return {
    slo: { latencySeconds: 0.3, objective: 0.99 },
    windowTotals: Float64Array.from(counts),
    windowGoods: Float64Array.from(goods),
    spanSeconds: goods.length * 60,
  };
}

describe('time above the SLO', () => {
  it('counts windows below the objective, and the longest run of them', () => {
    expect(timeAboveSlo(windowsOf([100, 98, 98, 99, 90, 100]))).toEqual({ total: 180, longest: 120 });
  });

  it('lets a thin window keep the state of the one before it', () => {
    expect(timeAboveSlo(windowsOf([100, 90, 0, 0, 100], [100, 100, 19, 0, 100]))).toEqual({ total: 180, longest: 180 });
  });

  it('cuts the last window at the end of the span', () => {
    expect(timeAboveSlo({ ...windowsOf([100, 0]), spanSeconds: 90 })?.total).toBe(30);
  });
});

describe('recovery from a fault', () => {
  it.each<[what: string, goods: number[], fault: [from: number, until: number], seconds: number]>([
    ['that nobody noticed', [100, 100, 100, 100], [70, 130], 0],
    // Bad from 60 to 180 s: 110 s after 70 s.
    ['at once', [100, 50, 50, 100], [70, 70], 110],
    // Good again in window 2, bad again in window 4, which is the one after the fault's end at 190 s.
    ['whose end hurts as well', [100, 50, 100, 100, 50, 100], [70, 190], 230],
    ['that came before an unrelated spell', [100, 50, 100, 100, 100, 50], [70, 70], 50],
    ['that the run ended with', [100, 50, 50, 50], [70, 70], 170],
    ['that lasts to the end', [100, 100, 100, 100], [70, 240], 0],
  ])('%s', (_what, goods, [fromSeconds, untilSeconds], seconds) => {
    expect(recoverySeconds(windowsOf(goods), { fromSeconds, untilSeconds })).toBe(seconds);
  });
});

describe('the burn rate', () => {
  const hours = (goods: readonly number[]) => windowsOf(goods);
  const hour = { longSeconds: 3600, shortSeconds: 300 };

  it('is 1 where the budget is spent exactly, and 0 where nothing is bad', () => {
    expect(burnRateMax(hours(new Array(60).fill(99)), hour)).toBeCloseTo(1, 9);
    expect(burnRateMax(hours(new Array(60).fill(100)), hour)).toBe(0);
  });

  it('needs both windows: a spell that is over burns no more', () => {
    // Ten minutes all bad: a sixth of the hour. While it lasts the short window is all bad.
    const spell = (after: number) => [
      ...new Array(50 - after).fill(100),
      ...new Array(10).fill(0),
      ...new Array(after).fill(100),
    ];
    expect(burnRateMax(hours(spell(0)), hour)).toBeCloseTo(100 / 6, 9);
    expect(burnRateMax(hours(spell(10)), hour)).toBe(0);
  });

  it('is unknown where the span is shorter than the long window', () => {
    expect(burnRateMax(hours(new Array(59).fill(0)), hour)).toBeUndefined();
  });

  it('never exceeds that of the worst minute', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100), { minLength: 60, maxLength: 90 }), (goods) => {
        const worst = (1 - Math.min(...goods) / 100) / 0.01;
        expect(burnRateMax(hours(goods), hour)).toBeLessThanOrEqual(worst + 1e-9);
      }),
    );
  });
});
