import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CpuBin } from '../../src/derive/cpuBin.js';
import { cpuPerRequest } from '../../src/derive/cpuPerRequest.js';
import { caseCounts } from '../support/sampled.js';
import { type MadePoint, type MadeTruth, madeDay } from './madeDay.js';

function binsOf(points: readonly MadePoint[]): CpuBin[] {
  return points.map(({ requestsPerSecond, cores, pods }, at) => ({
    requestsPerSecond,
    cores,
    pods,
    isStanding: at > 0 && points[at - 1].pods === pods,
    errorShare: 0,
    throttledShare: undefined,
  }));
}

const anyDay = (fixed: Partial<MadeTruth>): fc.Arbitrary<MadeTruth> =>
  fc
    .record({
      cpuSeconds: fc.double({ min: 0.002, max: 0.3, noNaN: true }),
      idleShare: fc.double({ min: 0, max: 0.4, noNaN: true }),
      request: fc.constantFrom(0.25, 0.5, 1),
      target: fc.constantFrom(0.5, 0.7),
      calm: fc.double({ min: 0.2, max: 0.7, noNaN: true }),
      times: fc.double({ min: 3, max: 12, noNaN: true }),
      min: fc.integer({ min: 2, max: 6 }),
      cpuWindowSeconds: fc.constantFrom(60, 300),
      seed: fc.integer({ min: 0, max: 10_000 }),
    })
    .map(({ idleShare, calm, times, ...one }) => {
      const idleCores = idleShare * one.request * one.target;
      const trough = (calm * (one.request * one.target - idleCores) * one.min) / one.cpuSeconds;
      return { ...one, idleCores, trough, peak: trough * times, max: 200, hours: 24, ...fixed };
    });

const trap: MadeTruth = {
  ...{ cpuSeconds: 0.038, idleCores: 0.065, request: 0.5, target: 0.7, min: 3, max: 60 },
  ...{ trough: 10, peak: 120, hours: 24, seed: 7 },
};

describe('CPU a request of a made day', () => {
  for (const { tags, numRuns } of caseCounts(10, 80))
    it('is within 5 % where pods stood still for a fifth of the bins; 95 of 100 ranges hold the truth', {
      tags,
    }, () => {
      let [measuredCount, heldCount, dayCount] = [0, 0, 0];
      fc.assert(
        fc.property(anyDay({}), (truth) => {
          const found = cpuPerRequest(binsOf(madeDay(truth)))?.perRequest;
          if (found === undefined) return false;
          const { value, low, high, basis } = found;
          dayCount++;
          if (low <= truth.cpuSeconds && truth.cpuSeconds <= high) heldCount++;
          if (basis === 'derived') return low < high;
          measuredCount++;
          return Math.abs(value / truth.cpuSeconds - 1) <= 0.05;
        }),
        { numRuns },
      );
      expect(measuredCount).toBeGreaterThan(numRuns / 2);
      expect(measuredCount).toBeLessThan(numRuns);
      expect(heldCount / dayCount).toBeGreaterThanOrEqual(0.95);
    });

  for (const { tags, numRuns } of caseCounts(8, 30))
    it('is a range that holds the truth where pods follow the load in an instant', { tags }, () => {
      fc.assert(
        fc.property(anyDay({ isFluid: true, min: 0, cpuWindowSeconds: 60 }), (truth) => {
          const found = cpuPerRequest(binsOf(madeDay(truth)));
          if (found === undefined) return false;
          const { low, high, basis } = found.perRequest;
          // Below 15 % of range the hours told the two apart.
          return basis === 'derived' && low <= truth.cpuSeconds && truth.cpuSeconds <= high && found.isCollinear;
        }),
        { numRuns },
      );
    });

  it('is not taken from the hours under load when the calm ones say less', () => {
    const bins = binsOf(madeDay(trap));
    const found = cpuPerRequest(bins);
    const ratio = sum(bins.map(({ cores }) => cores)) / sum(bins.map((bin) => bin.requestsPerSecond));
    // What slope and ratio of the whole day say.
    expect(ratio).toBeGreaterThan(0.045);
    expect(found?.perRequest).toMatchObject({ basis: 'measured', from: expect.stringContaining('3 pods stood still') });
    expect(found?.perRequest.value).toBeCloseTo(0.038, 3);
    expect(found?.idlePerPod?.value).toBeCloseTo(0.065, 2);
    // Without them it is a range that reaches to the ratio.
    const busy = cpuPerRequest(bins.filter(({ pods = 0 }) => pods > 5))?.perRequest;
    expect(busy).toMatchObject({ basis: 'derived', from: expect.stringContaining('a range') });
    expect(busy?.low).toBeLessThanOrEqual(0.038);
    expect(busy?.high).toBeGreaterThanOrEqual(0.045);
  });

  it('is a range without a count of pods, and says so', () => {
    const bins = binsOf(madeDay(trap)).map((bin) => ({ ...bin, pods: undefined }));
    const found = cpuPerRequest(bins);
    expect(found?.perRequest.from).toContain('no count of pods');
    expect(found?.perRequest.low).toBeLessThan(0.038);
    expect(found?.perRequest.high).toBeGreaterThan(0.045);
    expect(found?.idlePerPod).toBeUndefined();
  });

  it('leaves out failing and throttled bins, and counts them', () => {
    const bins = binsOf(madeDay(trap));
    const spoiled = bins.map((bin, at) => {
      if (at >= 700 && at < 730) return { ...bin, errorShare: 0.3, cores: 10 * bin.cores };
      return at >= 800 && at < 810 ? { ...bin, throttledShare: 0.5, cores: 0.1 } : bin;
    });
    const found = cpuPerRequest(spoiled);
    expect(found?.leftOut).toEqual(['30 bins with 5xx above 1 %', '10 bins with throttling']);
    expect(found?.perRequest.value).toBeCloseTo(0.038, 3);
  });

  it('leaves out what CPU held back at its limit, which bends the line', () => {
    // A surge before the autoscaler acts: three times the requests, and all the CPU that there is.
    const bins = binsOf(madeDay(trap)).map((bin, at) =>
      at >= 60 && at < 75 ? { ...bin, requestsPerSecond: 3 * bin.requestsPerSecond, saturation: 0.99 } : bin,
    );
    const found = cpuPerRequest(bins);
    expect(found?.leftOut).toEqual(['15 bins at or beside CPU above 90 % of the limit']);
    expect(found?.perRequest.value).toBeCloseTo(0.038, 3);
    const unaware = cpuPerRequest(bins.map((bin) => ({ ...bin, saturation: undefined })));
    expect(unaware?.perRequest.value).not.toBeCloseTo(0.038, 3);
  });

  it('is not known from a handful of bins, or from no traffic', () => {
    const bins = binsOf(madeDay(trap));
    expect(cpuPerRequest(bins.slice(0, 7))).toBeUndefined();
    expect(cpuPerRequest(bins.map((bin) => ({ ...bin, requestsPerSecond: 0 })))).toBeUndefined();
  });
});

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
