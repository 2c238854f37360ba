import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearSegment, type Segment, smoothSegment } from '../../src/traffic/segment.js';

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
/** No arrivals at all, or at least one in eleven days; squares of far smaller rates leave the range of a double. */
const rate = fc.oneof(fc.constant(0), real(1e-6, 1e4));
const length = real(0.01, 1e6);

/** A part of a whole, far above the subnormal doubles. */
const shares = fc.integer({ min: 0, max: 2 ** 40 }).map((value) => value * 2 ** -40);

/** A segment with the size of the terms its area is computed from, which bounds the rounding of the area. */
interface Case {
  readonly segment: Segment;
  termsAt(offset: number): number;
}

const line: fc.Arbitrary<Case> = fc
  .record({ fromSeconds: fc.constant(0), lengthSeconds: length, fromRate: rate, toRate: rate })
  .map((settings) => ({
    segment: linearSegment(settings),
    termsAt: (offset) => (settings.fromRate + settings.toRate) * offset,
  }));

const wave: fc.Arbitrary<Case> = fc
  .record({ mean: real(0.01, 1e3), amplitude: real(0, 0.9999), lengthSeconds: length })
  .map(({ mean, amplitude, lengthSeconds }) => {
    const angular = (2 * Math.PI) / 3600;
    const segment = smoothSegment({
      fromSeconds: 0,
      lengthSeconds,
      rateAt: (offset) => mean * (1 + amplitude * Math.cos(angular * offset)),
      areaAt: (offset) => mean * (offset + (amplitude / angular) * Math.sin(angular * offset)),
    });
    return { segment, termsAt: (offset) => mean * (offset + 1 / angular) };
  });

const fall: fc.Arbitrary<Case> = fc
  .record({ base: real(0.001, 1e3), peak: rate, constant: real(0.1, 1e4) })
  .map(({ base, peak, constant }) => {
    const spentAt = (offset: number) => constant * -Math.expm1(-offset / constant);
    const segment = smoothSegment({
      fromSeconds: 0,
      lengthSeconds: 1e12,
      rateAt: (offset) => base + (peak - base) * Math.exp(-offset / constant),
      areaAt: (offset) => base * offset + (peak - base) * spentAt(offset),
    });
    return { segment, termsAt: (offset) => base * offset + Math.abs(peak - base) * spentAt(offset) };
  });

/** Off by 16 roundings of the terms at most, or by 10 femtoseconds, far below the rounding of a run's clock. */
function isInverse({ segment, termsAt }: Case, area: number): boolean {
  const offset = segment.offsetOf(area);
  const allowed = 2 ** -48 * (area + termsAt(offset)) + 1e-14 * segment.rateAt(offset);
  return Math.abs(segment.areaAt(offset) - area) <= allowed && offset >= 0 && offset <= segment.lengthSeconds;
}

describe('offsetOf', () => {
  it.each([
    ['a straight line', line],
    ['a cosine', wave],
  ])('inverts the area of %s to double precision', (_name, cases) => {
    fc.assert(
      fc.property(cases, shares, (one, share) => isInverse(one, share * one.segment.area)),
      { seed: 6, numRuns: 2000 },
    );
  });

  it('inverts the area of an exponential fall to double precision', () => {
    fc.assert(
      fc.property(fall, shares, (one, share) => isInverse(one, share * 1e7)),
      { seed: 7, numRuns: 2000 },
    );
  });

  it('does not depend on what was asked before', () => {
    fc.assert(
      fc.property(wave, shares, shares, (one, first, second) => {
        one.segment.offsetOf(first * one.segment.area);
        return isInverse(one, second * one.segment.area);
      }),
      { seed: 8, numRuns: 1000 },
    );
  });

  it('divides by the time unit last, so whole numbers stay whole', () => {
    const { area, offsetOf, rateAt } = linearSegment({
      fromSeconds: 0,
      lengthSeconds: 420,
      fromRate: 29,
      toRate: 29,
      timeUnitSeconds: 7,
    });
    expect([area, offsetOf(29), offsetOf(1740), rateAt(0)]).toEqual([1740, 7, 420, 29 / 7]);
  });
});
