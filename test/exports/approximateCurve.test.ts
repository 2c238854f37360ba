import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approximateCurve } from '../../src/exports/k6/approximateCurve.js';
import { wholeRates } from '../../src/exports/k6/toK6Scenario.js';
import { curveOf } from '../../src/traffic/rateCurve.js';
import { linearSegment } from '../../src/traffic/segment.js';
import type { OpenSource, RateCurve } from '../../src/traffic/source.js';

const sourceOf = (rate: RateCurve): OpenSource => ({
  kind: 'open',
  rate,
  vuPool: undefined,
  nextArrivalSeconds: () => Number.POSITIVE_INFINITY,
});
const wave = (period: number): RateCurve => {
  const angular = (2 * Math.PI) / period;
  const area = (seconds: number) => 10 * seconds + (5 / angular) * Math.sin(angular * seconds);
  return { at: (seconds) => 10 + 5 * Math.cos(angular * seconds), integral: (from, to) => area(to) - area(from) };
};

describe('a curve as straight stages', () => {
  it('keeps a smooth day within a third of a percent, in few stages', () => {
    const { stages, worstErrorRatio, totalErrorRatio } = approximateCurve(sourceOf(wave(86_400)), {
      fromSeconds: 0,
      toSeconds: 86_400,
    });
    expect(stages.length).toBeLessThan(40);
    expect(worstErrorRatio).toBeLessThan(0.003);
    expect(Math.abs(totalErrorRatio)).toBeLessThan(0.002);
  });

  it('is exact where the curve is straight', () => {
    const line = curveOf([linearSegment({ fromSeconds: 0, lengthSeconds: 1000, fromRate: 5, toRate: 25 })]);
    const { startRate, stages } = approximateCurve(sourceOf(line), { fromSeconds: 0, toSeconds: 1000 });
    expect(startRate).toBeCloseTo(5, 1);
    expect(stages.length).toBeLessThanOrEqual(3);
    expect(stages.reduce((sum, { durationSeconds }) => sum + durationSeconds, 0)).toBeCloseTo(1000, 6);
  });

  it('says honestly how far it is from any steps, in a bounded number of stages', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(steps, (rates) => {
        const segments = rates.map((rate, index) =>
          linearSegment({ fromSeconds: 60 * index, lengthSeconds: 60, fromRate: rate, toRate: rate }),
        );
        const curve = curveOf(segments);
        const span = { fromSeconds: 0, toSeconds: 60 * rates.length };
        const { startRate, stages, totalErrorRatio, peakPerSecond } = approximateCurve(sourceOf(curve), span);
        expect(stages.length).toBeLessThanOrEqual(200);
        expect(peakPerSecond).toBeLessThanOrEqual(Math.max(...rates) + 1e-9);
        let [rate, area] = [startRate, 0];
        for (const { durationSeconds, ratePerSecond } of stages) {
          area += ((rate + ratePerSecond) / 2) * durationSeconds;
          rate = ratePerSecond;
        }
        const wanted = curve.integral(0, span.toSeconds);
        expect(area).toBeCloseTo(wanted * (1 + totalErrorRatio), 3);
      }),
      { seed: 2, numRuns: 60 },
    );
  });

  it('counts arrivals where there is no curve', () => {
    const times = Array.from({ length: 1000 }, (_, index) => index * 0.1);
    let index = 0;
    const source: OpenSource = {
      kind: 'open',
      rate: undefined,
      vuPool: undefined,
      nextArrivalSeconds: () => times[index++] ?? Number.POSITIVE_INFINITY,
    };
    const { startRate, totalErrorRatio } = approximateCurve(source, { fromSeconds: 0, toSeconds: 100 });
    expect(startRate).toBeGreaterThan(5);
    expect(Math.abs(totalErrorRatio)).toBeLessThan(0.05);
  });
});

describe('rates in whole numbers', () => {
  it('are the same rates', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1 }),
        fc.constantFrom(1, 10, 100, 1000),
        (numerators, denominator) => {
          const rates = numerators.map((one) => one / denominator);
          const whole = wholeRates(rates, 1);
          expect(whole.isExact).toBe(true);
          for (const [index, rate] of whole.rates.entries()) {
            expect(Number.isInteger(rate)).toBe(true);
            expect(rate / whole.timeUnitSeconds).toBeCloseTo(rates[index], 9);
          }
        },
      ),
      { seed: 4 },
    );
  });

  it('that never become whole are rounded and say so', () => {
    const { rates, timeUnitSeconds, isExact } = wholeRates([Math.PI], 1);
    expect(isExact).toBe(false);
    expect(rates[0] / timeUnitSeconds).toBeCloseTo(Math.PI, 6);
  });
});
