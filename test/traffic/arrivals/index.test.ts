import { describe, expect, it } from 'vitest';
import { openStream } from '../../../src/random/keyedStream.js';
import { arrivalSettings, arrivals, buildArrivals } from '../../../src/traffic/arrivals/index.js';

/** Each process with the squared cv of its gaps; the list is checked for completeness. */
const cases = [
  { settings: 'poisson', cv: 1 },
  { settings: 'even', cv: 0 },
  { settings: { gamma: { cv: 4 } }, cv: 4 },
  { settings: { gamma: { cv: 0.5 } }, cv: 0.5 },
  { settings: { renewal: { gaps: { hyperexponential: { mean: '3s', cv: 2 } } } }, cv: 2 },
  { settings: { renewal: { gaps: { uniform: { min: '0s', max: '8s' } } } }, cv: 1 / Math.sqrt(3) },
] as const;

function gapsOf(settings: (typeof cases)[number]['settings'], seed: number, count: number): number[] {
  const stream = openStream({ seed, replication: 0, owner: 'arrivals test', purpose: 'arrivals' });
  const process = buildArrivals(arrivalSettings.parse(settings), stream);
  return Array.from({ length: count }, () => process.nextGap());
}

describe('every arrival process', () => {
  it('is among the cases', () => {
    const named = new Set(
      cases.map(({ settings }) => (typeof settings === 'string' ? settings : Object.keys(settings)[0])),
    );
    expect([...named].sort()).toEqual(arrivals.map(({ name }) => name).sort());
  });

  it.each(cases)('has gaps >= 0 with mean 1 and the stated variance: %j', ({ settings, cv }) => {
    // 40 samples of 5,000 gaps: their own spread gives the standard errors, whatever the fourth moment is.
    const samples = Array.from({ length: 40 }, (_, seed) => gapsOf(settings, seed, 5000));
    const means = samples.map(meanOf);
    const variances = samples.map((gaps) => meanOf(gaps.map((gap) => (gap - 1) ** 2)));
    expect(Math.min(...samples.map((gaps) => Math.min(...gaps)))).toBeGreaterThanOrEqual(0);
    for (const [values, expected] of [
      [means, 1],
      [variances, cv * cv],
    ] as const) {
      expect(Math.abs(meanOf(values) - expected)).toBeLessThanOrEqual(4 * standardErrorOf(values) + 1e-12);
    }
  });

  it.each(cases)('repeats its gaps for the same stream: %j', ({ settings }) => {
    expect(gapsOf(settings, 3, 100)).toEqual(gapsOf(settings, 3, 100));
  });
});

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function standardErrorOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)) / (values.length - 1));
}
