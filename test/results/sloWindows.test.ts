import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureOf } from '../../src/results/measures/index.js';
import {
  burnRateMax,
  judgedWindowCount,
  recoverySeconds,
  spellsAboveSlo,
  timeAboveSlo,
} from '../../src/results/measures/sloWindows.js';
import type { RunTotals } from '../../src/results/runTotals.js';
import { emptyTotals } from '../support/sampleTotals.js';

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

describe('a window of few requests', () => {
  it('says something from 20 on, and nothing where none was before it', () => {
    expect(timeAboveSlo(windowsOf([0, 0], [20, 19]))).toEqual({ total: 120, longest: 120 });
    expect(timeAboveSlo(windowsOf([0, 100], [19, 100]))).toEqual({ total: 0, longest: 0 });
    expect(timeAboveSlo(windowsOf([0, 0], [19, 19]))).toBeUndefined();
    expect(judgedWindowCount(windowsOf([0, 0, 0, 0], [19, 20, 21, 0]))).toBe(2);
  });
});

describe('spells above the SLO', () => {
  it('are windows that follow each other, cut at the end of the span', () => {
    expect(spellsAboveSlo({ ...windowsOf([100, 98, 98, 99, 90]), spanSeconds: 270 })).toEqual([
      [60, 180],
      [240, 270],
    ]);
    expect(spellsAboveSlo({ ...windowsOf([0, 100, 0]), windowSeconds: 10, spanSeconds: 30 })).toEqual([
      [0, 10],
      [20, 30],
    ]);
    expect(spellsAboveSlo(windowsOf([100, 100]))).toEqual([]);
  });

  it('are as long together as the time above it', () => {
    const counts = fc.array(fc.tuple(fc.constantFrom(0, 19, 20, 100), fc.constantFrom(1, 0.99, 0.98, 0)), {
      minLength: 1,
    });
    fc.assert(
      fc.property(counts, fc.nat(59), (given, cut) => {
        const goods = given.map(([count, share]) => count * share);
        const windows = windowsOf(
          goods,
          given.map(([count]) => count),
        );
        const spans = { ...windows, spanSeconds: windows.spanSeconds - cut };
        const lengths = spellsAboveSlo(spans).map(([from, until]) => until - from);
        const time = timeAboveSlo(spans);
        if (time === undefined) expect(lengths).toEqual([]);
        else
          expect([lengths.reduce((sum, one) => sum + one, 0), Math.max(0, ...lengths)]).toEqual([
            time.total,
            time.longest,
          ]);
      }),
    );
  });
});

describe('the measures of windows', () => {
  const valueIn = (name: string, parts: Partial<RunTotals>) =>
    measureOf(name)?.compute(emptyTotals({ ...windowsOf([100, 90, 90, 100, 50, 100]), ...parts }));
  /** Six hours, of which the 30 minutes from this one on are 4 % bad. */
  const hours = (from: number) =>
    windowsOf(Array.from({ length: 360 }, (_, minute) => (minute >= from && minute < from + 30 ? 96 : 100)));

  it('are those of the span and its faults', () => {
    expect([valueIn('time_above_slo_s', {}), valueIn('longest_above_slo_s', {})]).toEqual([180, 120]);
    const faults = [
      { fromSeconds: 50, untilSeconds: 60 },
      { fromSeconds: 230, untilSeconds: 240 },
    ];
    expect(valueIn('recovery_s', { faults })).toBe(130);
    expect(valueIn('recovery_s', { faults: [{ fromSeconds: 355, untilSeconds: 356 }] })).toBe(0);
    // Half of an hour, a twelfth of six hours, each while it lasts.
    expect(valueIn('burn_rate_max_1h', hours(30))).toBeCloseTo(2, 9);
    expect(valueIn('burn_rate_max_6h', hours(330))).toBeCloseTo(1 / 3, 9);
    expect(valueIn('burn_rate_max_6h', hours(30))).toBeCloseTo(0, 9);
  });

  it.each<[name: string, parts: Partial<RunTotals>, reason: string]>([
    ['recovery_s', { slo: undefined }, 'no slo'],
    ['recovery_s', { faults: [] }, 'no fault'],
    [
      'recovery_s',
      { ...windowsOf([0], [19]), faults: [{ fromSeconds: 0, untilSeconds: 1 }] },
      'no window of 60 s has 20 requests after a fault',
    ],
    ['time_above_slo_s', windowsOf([0], [19]), 'no window of 60 s has 20 requests'],
    ['burn_rate_max_1h', { slo: undefined }, 'no slo'],
    ['burn_rate_max_1h', {}, 'the span is shorter than 1 h'],
    ['burn_rate_max_6h', { ...hours(0), spanSeconds: 21_599 }, 'the span is shorter than 6 h'],
    ['burn_rate_max_6h', windowsOf(new Array(360).fill(0), new Array(360).fill(0)), 'no requests'],
    ['apdex', { slo: undefined }, 'no slo'],
  ])('%s of %j has a reason', (name, parts, reason) => {
    expect(valueIn(name, parts)).toEqual({ missing: reason });
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

  it('is 0 for minutes without a request, and unknown without any', () => {
    expect(burnRateMax(windowsOf(new Array(60).fill(0), [...new Array(59).fill(0), 100]), hour)).toBeCloseTo(100, 9);
    expect(burnRateMax(windowsOf(new Array(60).fill(0), [100, ...new Array(59).fill(0)]), hour)).toBe(0);
    expect(burnRateMax(windowsOf(new Array(60).fill(0), new Array(60).fill(0)), hour)).toBeUndefined();
    expect(burnRateMax({ ...windowsOf(new Array(60).fill(0)), slo: undefined }, hour)).toBeUndefined();
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
