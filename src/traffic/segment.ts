import type { RateShape } from './source.js';

/** A stretch of a rate curve. Offsets are seconds since its begin; areas are expected arrivals since its begin. */
export interface Segment {
  readonly fromSeconds: number;
  /** Length, seconds; may be Infinity. */
  readonly lengthSeconds: number;
  /** Expected arrivals in the whole segment. */
  readonly area: number;
  /** How the rate moves within it; smooth when left out. */
  readonly shape?: RateShape;
  rateAt(offsetSeconds: number): number;
  areaAt(offsetSeconds: number): number;
  /** The first offset at which the area is reached; 0 <= area <= the segment's. */
  offsetOf(area: number): number;
}

export interface RateLine {
  readonly fromSeconds: number;
  readonly lengthSeconds: number;
  /** Arrivals per time unit at the begin and at the end. */
  readonly fromRate: number;
  readonly toRate: number;
  /**
   * Seconds of the unit that the rates count in; 1 when left out.
   *
   * Rates are divided last, so that 29 arrivals per 7 s are 1,740 in 420 s and not a rounding more or less.
   */
  readonly timeUnitSeconds?: number;
}

/** A rate that runs straight from one value to another; constant when they are equal. */
export function linearSegment({
  fromSeconds,
  lengthSeconds,
  fromRate,
  toRate,
  timeUnitSeconds = 1,
}: RateLine): Segment {
  if (fromRate === toRate) {
    return {
      fromSeconds,
      lengthSeconds,
      shape: 'constant',
      area: fromRate === 0 ? 0 : (fromRate * lengthSeconds) / timeUnitSeconds,
      rateAt: () => fromRate / timeUnitSeconds,
      areaAt: (offset) => (fromRate * offset) / timeUnitSeconds,
      offsetOf: (area) => (area === 0 ? 0 : (area * timeUnitSeconds) / fromRate),
    };
  }
  const slope = (toRate - fromRate) / lengthSeconds;
  return {
    fromSeconds,
    lengthSeconds,
    shape: 'linear',
    area: (((fromRate + toRate) / 2) * lengthSeconds) / timeUnitSeconds,
    rateAt: (offset) => (fromRate + slope * offset) / timeUnitSeconds,
    areaAt: (offset) => ((fromRate + (slope * offset) / 2) * offset) / timeUnitSeconds,
    // The stable root of slope/2 x^2 + fromRate x = amount; a falling rate reaches its area at the smaller root.
    offsetOf: (area) => {
      if (area === 0) return 0;
      const amount = area * timeUnitSeconds;
      const root = Math.sqrt(Math.max(0, fromRate * fromRate + 2 * slope * amount));
      return Math.min(lengthSeconds, (2 * amount) / (fromRate + root));
    },
  };
}

export interface SmoothCurve {
  readonly fromSeconds: number;
  readonly lengthSeconds: number;
  rateAt(offsetSeconds: number): number;
  areaAt(offsetSeconds: number): number;
}

/** A segment whose area has no closed inverse: Newton, kept inside a bracket that bisection would halve. */
export function smoothSegment(curve: SmoothCurve): Segment {
  const { lengthSeconds } = curve;
  const area = curve.areaAt(lengthSeconds);
  let lastOffset = 0;
  const offsetOf = (wanted: number): number => {
    let low = curve.areaAt(lastOffset) <= wanted ? lastOffset : 0;
    let high = lengthSeconds;
    let offset = low;
    for (let step = 0; step < 100; step++) {
      const error = curve.areaAt(offset) - wanted;
      if (error === 0) break;
      if (error < 0) low = offset;
      else high = offset;
      const rate = curve.rateAt(offset);
      const next = rate > 0 ? offset - error / rate : Number.NaN;
      const inside = next > low && next < high ? next : (low + high) / 2;
      if (Math.abs(inside - offset) <= 1e-15 * Math.max(1, Math.abs(offset)) || inside === low || inside === high) {
        offset = inside;
        break;
      }
      offset = inside;
    }
    lastOffset = offset;
    return offset;
  };
  return {
    ...curve,
    area,
    rateAt: (offset) => curve.rateAt(offset),
    areaAt: (offset) => curve.areaAt(offset),
    offsetOf,
  };
}
