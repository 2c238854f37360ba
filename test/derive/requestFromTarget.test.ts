import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requestFromTarget } from '../../src/derive/requestFromTarget.js';
import { openStream } from '../../src/random/keyedStream.js';

interface Fleet {
  readonly seed: number;
  readonly request: number;
  readonly ratio: number;
  readonly widthSeconds: number;
  readonly calmSeconds: number;
  /** Pods at the peak. */
  readonly peakCount: number;
  /** Of the recorded CPU. */
  readonly noiseRatio: number;
}

/** Two waves of load and an HPA that syncs every 15 s on what was used half a minute before, seen by a recorder. */
function recordingOf({ seed, request, ratio, widthSeconds, calmSeconds, peakCount, noiseRatio }: Fleet) {
  const stream = openStream({ seed, replication: 0, owner: 'made', purpose: 'numbers' });
  const coresAtTarget = request * ratio;
  const coresAt = (seconds: number) => peakCount * coresAtTarget * (0.55 - 0.45 * Math.cos(seconds / 300));
  const [minCount, maxCount] = [Math.ceil(peakCount / 3), 1000];
  const wants: { readonly seconds: number; readonly count: number }[] = [];
  const counts: number[] = [];
  let count = minCount;
  for (let seconds = 0; seconds < 3600; seconds += 15) {
    const ratioNow = (coresAt(seconds - 30) * (1 + noiseRatio * stream.normal())) / (count * coresAtTarget);
    const want = Math.max(minCount, Math.abs(ratioNow - 1) <= 0.1 ? count : Math.ceil(ratioNow * count));
    wants.push({ seconds, count: want });
    const lately = wants.filter((one) => one.seconds > seconds - calmSeconds).map((one) => one.count);
    count = want >= count ? want : Math.min(count, Math.max(...lately));
    counts.push(count);
  }
  const bins = Array.from({ length: Math.floor(3600 / widthSeconds) }, (_, index) => {
    const seconds = index * widthSeconds;
    const cores = coresAt(seconds) * (1 + noiseRatio * stream.normal());
    return {
      seconds,
      requestsPerSecond: undefined,
      cores,
      pods: undefined,
      wanted: counts[Math.floor(seconds / 15)],
      isStanding: false,
      errorShare: undefined,
      throttledShare: undefined,
      latency: {},
    };
  });
  return { bins, held: { ratio, minCount, maxCount, calmSeconds, widthSeconds } };
}

describe('the request of a pod, from how many an HPA takes', () => {
  it('is in its range, which is narrow', { tags: ['ci'] }, () => {
    const fleets = fc.record({
      seed: fc.nat(100_000),
      request: fc.constantFrom(0.1, 0.25, 0.37, 0.5, 1, 1.5, 4),
      ratio: fc.constantFrom(0.5, 0.6, 0.8),
      widthSeconds: fc.constantFrom(15, 30, 60),
      calmSeconds: fc.constantFrom(0, 60, 300),
      peakCount: fc.integer({ min: 9, max: 60 }),
      noiseRatio: fc.constantFrom(0, 0.03),
    });
    const wrong: unknown[] = [];
    let foundCount = 0;
    fc.assert(
      fc.property(fleets, (fleet) => {
        const { bins, held } = recordingOf(fleet);
        const found = requestFromTarget(bins, held);
        // Where none is found the draft says that it guesses.
        if (found === undefined) return;
        foundCount++;
        const { low, value, high } = found;
        expect(low).toBeLessThanOrEqual(value);
        expect(value).toBeLessThanOrEqual(high);
        if (fleet.request < low || fleet.request > high || high > 1.6 * low) wrong.push({ fleet, low, value, high });
      }),
      { numRuns: 100 },
    );
    expect(foundCount).toBeGreaterThanOrEqual(50);
    expect(wrong.length / foundCount, JSON.stringify(wrong.slice(0, 3))).toBeLessThanOrEqual(0.05);
  });

  const usual = {
    seed: 1,
    request: 0.5,
    ratio: 0.6,
    widthSeconds: 15,
    calmSeconds: 60,
    peakCount: 12,
    noiseRatio: 0.02,
  };

  it('is the roundest in the range', () => {
    const { bins, held } = recordingOf(usual);
    expect(requestFromTarget(bins, held)?.value).toBe(0.5);
  });

  it.each([
    ['a fleet that stood still', (index: number) => ({ wanted: index < 0 ? 1 : 6 })],
    ['counts that nothing of the load explains', (index: number) => ({ wanted: 5 + ((index * 7919) % 23) })],
    ['no CPU', () => ({ cores: undefined })],
    ['no counts', () => ({ wanted: undefined })],
  ])('is not known from %s', (_, change) => {
    const { bins, held } = recordingOf(usual);
    const changed = bins.map((bin, index) => ({ ...bin, ...change(index) }));
    expect(requestFromTarget(changed, { ...held, minCount: 6 })).toBeUndefined();
  });
});
