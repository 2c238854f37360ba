import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ioTime, partsCv } from '../../src/derive/ioTime.js';
import { lowerBounds } from '../../src/derive/lowerBounds.js';
import { lowLoadLatency } from '../../src/derive/lowLoad.js';
import { metricLag } from '../../src/derive/metricLag.js';
import { spreadOf } from '../../src/derive/spread.js';
import { startupOf } from '../../src/derive/startup.js';
import { resourceFeed } from '../../src/platforms/kubernetesHpa/hpaFeeds.js';
import { openStream } from '../../src/random/keyedStream.js';

const stream = (seed: number) => openStream({ seed, replication: 0, owner: 'made', purpose: 'numbers' });
const ready = (readySeconds: number | null) => ({
  scheduledSeconds: null,
  pulledSeconds: null,
  startedSeconds: null,
  readySeconds,
});

describe('startup', () => {
  const starts = (count: number, { median, sigma, seed }: { median: number; sigma: number; seed: number }) => {
    const draws = stream(seed);
    return Array.from({ length: count }, () => ready(Math.round(median * Math.exp(sigma * draws.normal()))));
  };

  it('has a p95 within 15 % of the truth from 400 starts; its 95 % range holds it from 6 on', () => {
    let [heldCount, closeCount, all] = [0, 0, 0];
    const truths = fc.record({
      median: fc.double({ min: 10, max: 90, noNaN: true }),
      sigma: fc.double({ min: 0.1, max: 0.6, noNaN: true }),
      seed: fc.nat(100_000),
      count: fc.constantFrom(6, 20, 60, 400, 1000),
    });
    fc.assert(
      fc.property(truths, ({ count, ...truth }) => {
        const p95 = startupOf(starts(count, truth))?.p95;
        if (p95 === undefined) return false;
        const exact = truth.median * Math.exp(1.6449 * truth.sigma);
        all++;
        // Stamps are whole seconds.
        if (p95.low - 0.5 <= exact && exact <= p95.high + 0.5) heldCount++;
        if (count < 400 || Math.abs(p95.value / exact - 1) <= 0.15) closeCount++;
        return p95.low <= p95.value && p95.value <= p95.high;
      }),
      { numRuns: 300 },
    );
    expect(heldCount / all).toBeGreaterThanOrEqual(0.93);
    expect(closeCount / all).toBeGreaterThanOrEqual(0.97);
  });

  it('draws what was measured, thinned to 200 values that keep mean and p95', () => {
    const measured = starts(3000, { median: 30, sigma: 0.5, seed: 3 });
    const found = startupOf(measured);
    expect(found?.valuesSeconds).toHaveLength(200);
    const thinnedMean = (found?.valuesSeconds ?? []).reduce((sum, value) => sum + value / 200, 0);
    expect(thinnedMean / (found?.mean.value ?? 0)).toBeCloseTo(1, 1);
    expect(found?.valuesSeconds[189]).toBeCloseTo(found?.p95.value ?? 0, -1);
    expect(startupOf([ready(8), ready(null), ready(4)])?.valuesSeconds).toEqual([4, 8]);
    expect(startupOf([ready(null)])).toBeUndefined();
  });

  it('is split where pods tell their phases', () => {
    const pod = { scheduledSeconds: 1, pulledSeconds: null, startedSeconds: 13, readySeconds: 20 };
    expect(startupOf([pod])?.phases).toEqual([
      { name: 'scheduled', seconds: 1 },
      { name: 'started', seconds: 12 },
      { name: 'ready', seconds: 7 },
    ]);
  });
});

describe('latency at low load', () => {
  it('gives back io and spread of a lognormal service, whose queues grow with load', () => {
    const truths = fc.record({
      cpu: fc.double({ min: 0.005, max: 0.1, noNaN: true }),
      io: fc.double({ min: 0.005, max: 0.3, noNaN: true }),
      sigma: fc.double({ min: 0.1, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(truths, ({ cpu, io, sigma }) => {
        const median = (cpu + io) / Math.exp(sigma ** 2 / 2);
        const bins = Array.from({ length: 100 }, (_, at) => {
          const stretch = 1 + (at < 30 ? 0 : ((at - 30) / 70) ** 3);
          const latency = { p50: median * stretch, p95: median * Math.exp(1.6449 * sigma) * stretch };
          return { load: at + 1, errorShare: 0, latency };
        });
        const calm = lowLoadLatency(bins);
        const spread = calm === undefined ? undefined : spreadOf(calm);
        const found = calm === undefined ? undefined : ioTime(calm, spread, { value: cpu, low: cpu, high: cpu });
        if (spread === undefined || found === undefined) return false;
        const cv = partsCv(spread, cpu, found.value);
        return (
          Math.abs(found.value / io - 1) < 0.01 &&
          Math.abs(spread.cv / Math.sqrt(Math.expm1(sigma ** 2)) - 1) < 0.01 &&
          cv !== undefined &&
          cv.low <= cv.value &&
          cv.value <= cv.high
        );
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    [{ mean: 0.1, p95: 0.3 }, 'mean and p95', 0.1],
    [{ p50: 0.08, p99: 0.5 }, 'p50 and p99', 0.08 * Math.exp((Math.log(0.5 / 0.08) / 2.3263) ** 2 / 2)],
    [{ mean: 0.1, p50: 0.05, p90: 0.2 }, 'p50 and p90', 0.1],
  ])('takes its shape from %o', (latency, by, meanSeconds) => {
    const calm = lowLoadLatency([1, 2, 3, 4].map((load) => ({ load, errorShare: undefined, latency })));
    expect(calm === undefined ? undefined : spreadOf(calm)).toMatchObject({
      by,
      meanSeconds: expect.closeTo(meanSeconds, 9),
    });
  });

  it('is unknown where all fail, or three bins are not there', () => {
    const bin = { load: 1, errorShare: 0.5, latency: { p50: 0.1 } };
    expect(lowLoadLatency([bin, bin, bin, bin])).toBeUndefined();
    expect(lowLoadLatency([{ ...bin, errorShare: 0 }])).toBeUndefined();
  });
});

describe('what was recorded while users could not be served', () => {
  const calm = { errorShare: 0, throttledShare: 0, saturation: 0.5, latencyFactor: 1 };

  it('is a lower bound, with times and reasons', () => {
    const bins = Array.from({ length: 60 }, (_, at) => ({
      ...calm,
      seconds: at * 60,
      ...(at === 10 || at === 12 ? { errorShare: 0.04 } : {}),
      ...(at >= 40 && at < 45 ? { saturation: 0.97, latencyFactor: 8 } : {}),
    }));
    expect(lowerBounds(bins, 60)).toEqual([
      { fromSeconds: 600, toSeconds: 780, why: '5xx up to 4 %' },
      { fromSeconds: 2400, toSeconds: 2700, why: 'CPU at 97 % of its limit, latency up to 8 times that at low load' },
    ]);
    expect(lowerBounds([{ ...calm, seconds: 0 }], 60)).toEqual([]);
  });
});

it('metrics are as old as half their window, their delay and the time since the scrape', () => {
  expect(metricLag(resourceFeed(['cpu']))).toEqual({
    value: 15,
    low: 7.5,
    high: 22.5,
    basis: 'derived',
    from: 'metrics-server: every 15 s over 15 s, as metrics-server has it',
  });
});
