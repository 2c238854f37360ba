import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  buildDistribution,
  type DistributionInput,
  distributionSettings,
  distributions,
  scaledDistribution,
  typicalSecondsOf,
} from '../../../src/random/distributions/index.js';
import { openStream } from '../../../src/random/keyedStream.js';
import { normalQuantile } from '../../../src/random/normalQuantile.js';
import type { Stream } from '../../../src/random/stream.js';

interface Case {
  readonly input: DistributionInput;
  readonly mean: number;
  readonly variance: number;
  /** Share of draws at or below x, from a textbook; absent for discrete laws. */
  readonly cdf?: (x: number) => number;
  /** False where the fourth moment is infinite or so large that a sample's variance says nothing. */
  readonly isVarianceTested?: boolean;
}

const exponentialCdf = (mean: number) => (x: number) => -Math.expm1(-x / mean);
const erlangCdf = (k: number, mean: number) => (x: number) => {
  const scaled = (k * x) / mean;
  let term = 1;
  let sum = 1;
  for (let n = 1; n < k; n++) {
    term *= scaled / n;
    sum += term;
  }
  return 1 - Math.exp(-scaled) * sum;
};
/** Standard normal distribution function, by bisection of its inverse. */
const normalCdf = (value: number) => {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (normalQuantile(middle) < value) low = middle;
    else high = middle;
  }
  return low;
};
const lognormalCdf = (mu: number, sigma: number) => (x: number) => normalCdf((Math.log(x) - mu) / sigma);
const p95 = 1.6448536269514722;
const p99 = 2.3263478740408408;
const lognormalMoments = (mu: number, sigma: number) => {
  const mean = Math.exp(mu + sigma ** 2 / 2);
  return { mean, variance: (Math.exp(sigma ** 2) - 1) * mean ** 2, cdf: lognormalCdf(mu, sigma) };
};

const cases: readonly Case[] = [
  { input: '20ms', mean: 0.02, variance: 0 },
  { input: { constant: '0s' }, mean: 0, variance: 0 },
  { input: { uniform: { min: '1s', max: '4s' } }, mean: 2.5, variance: 0.75, cdf: (x) => (x - 1) / 3 },
  { input: { exponential: { mean: '5s' } }, mean: 5, variance: 25, cdf: exponentialCdf(5) },
  // sigma^2 = ln(1 + cv^2), mu = ln(mean) - sigma^2 / 2.
  {
    input: { lognormal: { mean: '40ms', cv: 1.5 } },
    mean: 0.04,
    variance: 0.06 ** 2,
    cdf: lognormalCdf(Math.log(0.04) - Math.log(3.25) / 2, Math.sqrt(Math.log(3.25))),
    isVarianceTested: false,
  },
  { input: { lognormal: { median: '35s', p95: '90s' } }, ...lognormalMoments(Math.log(35), Math.log(90 / 35) / p95) },
  { input: { lognormal: { median: '35s', p99: '90s' } }, ...lognormalMoments(Math.log(35), Math.log(90 / 35) / p99) },
  { input: { lognormal: { mu: -1, sigma: 0.5 } }, ...lognormalMoments(-1, 0.5) },
  // cv 1/2 is shape 4: an Erlang law.
  { input: { gamma: { mean: '2s', cv: 0.5 } }, mean: 2, variance: 1, cdf: erlangCdf(4, 2) },
  // cv sqrt(2) is shape 1/2: the square of a normal.
  {
    input: { gamma: { mean: '1s', cv: Math.SQRT2 } },
    mean: 1,
    variance: 2,
    cdf: (x) => 2 * normalCdf(Math.sqrt(x)) - 1,
  },
  // Shape 1/2 has Gamma(3) = 2 and Gamma(5) = 24.
  {
    input: { weibull: { scale: '1s', shape: 0.5 } },
    mean: 2,
    variance: 20,
    cdf: (x) => -Math.expm1(-Math.sqrt(x)),
    isVarianceTested: false,
  },
  // Shape 2 is Rayleigh's law.
  {
    input: { weibull: { scale: '2s', shape: 2 } },
    mean: Math.sqrt(Math.PI),
    variance: 4 - Math.PI,
    cdf: (x) => -Math.expm1(-((x / 2) ** 2)),
  },
  { input: { pareto: { min: '1s', alpha: 5 } }, mean: 1.25, variance: 5 / 3 - 1.25 ** 2, cdf: (x) => 1 - x ** -5 },
  { input: { pareto: { min: '1s', alpha: 1.5 } }, mean: 3, variance: Infinity, cdf: (x) => 1 - x ** -1.5 },
  // alpha 1 with a bound: mean = ln(10) / 0.9, E[x^2] = 9 / 0.9.
  {
    input: { pareto: { min: '1s', alpha: 1, max: '10s' } },
    mean: Math.log(10) / 0.9,
    variance: 10 - (Math.log(10) / 0.9) ** 2,
    cdf: (x) => (1 - 1 / x) / 0.9,
  },
  // alpha 2 with a bound: mean = 2 (1 - 1/10) / 0.99, E[x^2] = 2 ln(10) / 0.99.
  {
    input: { pareto: { min: '1s', alpha: 2, max: '10s' } },
    mean: 1.8 / 0.99,
    variance: (2 * Math.log(10)) / 0.99 - (1.8 / 0.99) ** 2,
    cdf: (x) => (1 - x ** -2) / 0.99,
  },
  // cv 2: p = (1 + sqrt(3/5)) / 2 with rate 2p, else rate 2(1 - p).
  {
    input: { hyperexponential: { mean: '1s', cv: 2 } },
    mean: 1,
    variance: 4,
    cdf: (x) => {
      const p = (1 + Math.sqrt(0.6)) / 2;
      return 1 - p * Math.exp(-2 * p * x) - (1 - p) * Math.exp(-2 * (1 - p) * x);
    },
  },
  { input: { hyperexponential: { mean: '3s', cv: 1 } }, mean: 3, variance: 9, cdf: exponentialCdf(3) },
  { input: { erlang: { mean: '6s', k: 3 } }, mean: 6, variance: 12, cdf: erlangCdf(3, 6) },
  // Above three phases it is drawn as a gamma.
  { input: { erlang: { mean: '6s', k: 12 } }, mean: 6, variance: 3, cdf: erlangCdf(12, 6) },
  { input: { empirical: { values: ['1s', '2s', '6s'] } }, mean: 3, variance: 14 / 3 },
  { input: { empirical: { values: ['4s', '1s', '9s'], weights: [1, 3, 0] } }, mean: 1.75, variance: 27 / 16 },
  // Mean .9 + .5, E[x^2] = .9 * 2 + .1 * 26.
  {
    input: {
      mixture: [
        { weight: 9, exponential: { mean: '1s' } },
        { weight: 1, mixture: [{ weight: 1, uniform: { min: '4s', max: '6s' } }] },
      ],
    },
    mean: 1.4,
    variance: 1.8 + 0.1 * (25 + 1 / 3) - 1.96,
    cdf: (x) => 0.9 * exponentialCdf(1)(x) + 0.1 * Math.min(1, Math.max(0, (x - 4) / 2)),
  },
];
const named = cases.map((entry) => ({ ...entry, name: JSON.stringify(entry.input) }));

const sampleCount = 100_000;
const build = (input: unknown) => buildDistribution(distributionSettings.parse(input));
function sample(input: unknown, count = sampleCount): Float64Array {
  const law = build(input);
  const stream = openStream({ seed: 11, replication: 0, owner: 'test', purpose: 'samples' });
  return Float64Array.from({ length: count }, () => law.sample(stream));
}

describe.each(named)('$name', ({ input, mean, variance, cdf, isVarianceTested = true }) => {
  const law = build(input);
  const draws = sample(input);

  it('states its mean and variance', () => {
    expect(Math.abs(law.meanSeconds - mean)).toBeLessThanOrEqual(1e-12 * mean);
    if (variance === Infinity) expect(law.variance).toBe(Infinity);
    else expect(Math.abs(law.variance - variance)).toBeLessThanOrEqual(1e-11 * (variance + mean ** 2));
  });

  it('draws values with this mean and variance', () => {
    const sampleMean = draws.reduce((sum, x) => sum + x, 0) / sampleCount;
    const central = (power: number) => draws.reduce((sum, x) => sum + (x - sampleMean) ** power, 0) / sampleCount;
    // The sample's own spread where the true one is infinite; 1e-12: sums of equal values are rounded.
    const spread = Number.isFinite(variance) ? variance : central(2);
    expect(Math.abs(sampleMean - mean)).toBeLessThanOrEqual(4 * Math.sqrt(spread / sampleCount) + 1e-12 * mean);
    if (!Number.isFinite(variance) || !isVarianceTested) return;
    const error = Math.sqrt((central(4) - central(2) ** 2) / sampleCount);
    expect(Math.abs(central(2) - variance)).toBeLessThanOrEqual(4 * error + 1e-12);
  });

  it('draws no negative and no infinite value', () => {
    expect(draws.every((x) => x >= 0 && Number.isFinite(x))).toBe(true);
  });

  it.runIf(law.fill !== undefined)('fills a part of a column with the draws that as many calls give', () => {
    const stream = openStream({ seed: 11, replication: 0, owner: 'test', purpose: 'samples' });
    const column = new Float64Array(5000).fill(-1);
    law.fill?.(stream, column, 3, column.length - 2);
    expect(column).toEqual(Float64Array.from([-1, -1, -1, ...draws.subarray(0, column.length - 5), -1, -1]));
  });

  it('is the same law after a round trip through its settings', () => {
    const parsed = distributionSettings.parse(input);
    expect(distributionSettings.parse(z.encode(distributionSettings, parsed))).toEqual(parsed);
  });

  it.each([0.25, 3])('scaled by %d is the law of as many times the value', (factor) => {
    const parsed = distributionSettings.parse(input);
    const scaled = z.encode(distributionSettings, scaledDistribution(parsed, factor));
    const ours = sample(scaled, 1000);
    expect(ours.every((x, index) => Math.abs(x - factor * draws[index]) <= 1e-9 * x)).toBe(true);
    expect(build(scaled).meanSeconds).toBeCloseTo(factor * mean, 9);
    expect(typicalSecondsOf(scaledDistribution(parsed, factor))).toBeCloseTo(factor * typicalSecondsOf(parsed), 9);
  });

  if (cdf === undefined) return;

  it('follows its distribution function (Kolmogorov-Smirnov)', () => {
    const sorted = draws.slice(0, 20_000).sort();
    let distance = 0;
    sorted.forEach((x, rank) => {
      const expected = cdf(x);
      distance = Math.max(distance, expected - rank / sorted.length, (rank + 1) / sorted.length - expected);
    });
    // 1.95: exceeded by chance once in 1,000.
    expect(distance * Math.sqrt(sorted.length)).toBeLessThan(1.95);
  });

  const { quantile } = law;
  if (quantile === undefined) return;

  it('has quantiles that invert its distribution function', () => {
    for (const probability of [0.001, 0.1, 0.5, 0.9, 0.95, 0.999]) {
      expect(cdf(quantile(probability))).toBeCloseTo(probability, 10);
    }
  });
});

describe('the list of distributions', () => {
  it('has a case above for each', () => {
    const tested = new Set(cases.map(({ input }) => distributionSettings.parse(input).variant));
    expect([...tested].sort()).toEqual(distributions.map(({ name }) => name).sort());
  });

  it('gives quantiles of measured values by nearest rank', () => {
    const law = build({ empirical: { values: ['4s', '1s', '9s', '2s'], weights: [1, 1, 0, 2] } });
    expect([0, 0.25, 0.26, 0.75, 0.76, 1].map((probability) => law.quantile?.(probability))).toEqual([
      1, 1, 2, 2, 4, 4,
    ]);
  });

  it('draws measured values as often as their weights say (chi-square)', () => {
    const draws = sample({ empirical: { values: ['1s', '2s', '3s', '4s'], weights: [1, 2, 3, 4] } });
    let chiSquare = 0;
    for (const value of [1, 2, 3, 4]) {
      const expected = (sampleCount * value) / 10;
      chiSquare += (draws.filter((x) => x === value).length - expected) ** 2 / expected;
    }
    // 16.27: exceeded by chance once in 1,000 with 3 degrees of freedom.
    expect(chiSquare).toBeLessThan(16.27);
  });

  it('keeps the long branch of a hyperexponential law exact at a very large cv', () => {
    // A stream that takes the long branch: its mean is (1 + sqrt(1 - 2/(cv^2 + 1))) (cv^2 + 1) / 2 = cv^2 + 1/2 to 12 digits.
    const stream: Stream = {
      uniform: () => 0,
      exponential: () => 1,
      exponentials: () => {},
      normal: () => 0,
      normals: () => {},
      below: () => 0,
    };
    const longMean = build({ hyperexponential: { mean: '1s', cv: 1e6 } }).sample(stream);
    expect(Math.abs(longMean - (1e12 + 0.5))).toBeLessThan(1);
  });

  it('draws a constant for a gamma law that hardly varies', () => {
    expect([...sample({ gamma: { mean: '2s', cv: 1e-200 } }, 100)].every((x) => Math.abs(x - 2) < 1e-4)).toBe(true);
  });
});

describe('the settings of a distribution', () => {
  it('take a duration alone as a constant', () => {
    expect(distributionSettings.parse('1m30s')).toEqual({ variant: 'constant', settings: 90 });
  });

  it('write a mixture back as the file had it', () => {
    const input: DistributionInput = {
      mixture: [
        { weight: 0.9, exponential: { mean: '1s' } },
        { weight: 0.1, mixture: [{ weight: 1, lognormal: { median: '2s', p99: '9s' } }] },
      ],
    };
    expect(z.encode(distributionSettings, distributionSettings.parse(input))).toEqual(input);
  });

  it('survive a round trip whatever their numbers', () => {
    const duration = fc.integer({ min: 1, max: 10_000_000 }).map((count) => `${count}us`);
    const factor = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
    const leaf: fc.Arbitrary<Exclude<DistributionInput, string>> = fc.oneof(
      fc.record({ constant: duration }),
      fc.record({ exponential: fc.record({ mean: duration }) }),
      fc.record({ gamma: fc.record({ mean: duration, cv: factor }) }),
      fc.record({ lognormal: fc.record({ mean: duration, cv: factor }) }),
      fc.record({ empirical: fc.record({ values: fc.array(duration, { minLength: 1 }) }) }),
    );
    const part = fc.tuple(factor, leaf).map(([weight, law]) => ({ weight, ...law }));
    const any = fc.oneof(leaf, fc.record({ mixture: fc.array(part, { minLength: 1, maxLength: 4 }) }));
    const property = fc.property(any, (input) => {
      const parsed = distributionSettings.parse(input);
      expect(distributionSettings.parse(z.encode(distributionSettings, parsed))).toEqual(parsed);
    });
    fc.assert(property, { seed: 4 });
  });

  it.each<[unknown, string, string]>([
    // Settings, the key the problem is at, a part of what is said.
    [{ lognormal: { mu: 0, sigma: -1 } }, 'lognormal.sigma', 'is -1, but must be >= 0'],
    [{ lognormal: { mean: '1s', cv: -0.5 } }, 'lognormal.cv', 'is -0.5, but must be >= 0'],
    [{ lognormal: { mean: '1s', p95: '2s' } }, 'lognormal', 'has mean, p95'],
    [{ lognormal: { median: '1s', p95: '2s', p99: '3s' } }, 'lognormal', 'has median, p95, p99'],
    [{ lognormal: {} }, 'lognormal', 'has no keys'],
    [{ lognormal: { median: '2s', p95: '1s' } }, 'lognormal.p95', 'p95 is 1s but median is 2s'],
    [{ lognormal: { median: '2s', p99: '1s' } }, 'lognormal.p99', 'p99 is 1s but median is 2s'],
    [{ lognormal: { mu: 800, sigma: 1 } }, 'lognormal.mu', 'make the mean infinite'],
    [{ lognormal: { mean: 40, cv: 1 } }, 'lognormal.mean', 'a duration needs a unit'],
    [{ uniform: { min: '3s', max: '2s' } }, 'uniform.min', 'min is 3s but max is 2s'],
    [{ exponential: { mean: '0s' } }, 'exponential.mean', 'must be > 0'],
    [{ exponential: { mean: '-5s' } }, 'exponential.mean', 'is -5s'],
    [{ gamma: { mean: '1s', cv: 0 } }, 'gamma.cv', 'is 0, but must be > 0'],
    [{ gamma: { mean: '1s', cv: 1e200 } }, 'gamma.cv', '<= 1000000'],
    [{ weibull: { scale: '1s', shape: 0 } }, 'weibull.shape', 'is 0, but must be > 0'],
    [{ weibull: { scale: '1s', shape: 0.001 } }, 'weibull.shape', 'makes the mean infinite'],
    [{ pareto: { min: '1s', alpha: 1 } }, 'pareto.alpha', 'makes the mean infinite'],
    [{ pareto: { min: '1s', alpha: 0, max: '2s' } }, 'pareto.alpha', 'is 0, but must be > 0'],
    [{ pareto: { min: '2s', alpha: 2, max: '2s' } }, 'pareto.min', 'min is 2s but max is 2s'],
    [{ hyperexponential: { mean: '1s', cv: 0.9 } }, 'hyperexponential.cv', 'is 0.9, but must be >= 1'],
    [{ erlang: { mean: '1s', k: 2.5 } }, 'erlang.k', 'is 2.5, but must be a whole number >= 1'],
    [{ erlang: { mean: '1s', k: 0 } }, 'erlang.k', 'is 0, but must be a whole number >= 1'],
    [{ empirical: { values: [] } }, 'empirical.values', 'has no values'],
    [{ empirical: { values: ['1s', 2] } }, 'empirical.values.1', 'a duration needs a unit'],
    [{ empirical: { values: ['1s'], weights: [1, 2] } }, 'empirical.weights', '2 entries but values has 1'],
    [{ empirical: { values: ['1s'], weights: [-1] } }, 'empirical.weights.0', 'is -1, but must be >= 0'],
    [{ empirical: { values: ['1s'], weights: [0] } }, 'empirical.weights', 'sum to 0'],
    [{ mixture: [] }, 'mixture', 'has no parts'],
    [{ mixture: [{ weight: 0, constant: '1s' }] }, 'mixture', 'weights sum to 0'],
    [{ mixture: [{ weight: -1, constant: '1s' }] }, 'mixture.0.weight', 'is -1, but must be >= 0'],
    [{ mixture: [{ weight: 1 }] }, 'mixture.0', 'has 0 keys'],
    [{ mixture: [{ weight: 1, gama: {} }] }, 'mixture.0.gama', 'Did you mean "gamma"?'],
    [{ mixture: [{ weight: 1, exponential: { mean: 5 } }] }, 'mixture.0.exponential.mean', 'needs a unit'],
    [{ lognormall: { mu: 0, sigma: 1 } }, 'lognormall', 'Did you mean "lognormal"?'],
    [{ gamma: {}, weibull: {} }, '', 'has 2 keys (gamma, weibull)'],
    [5, '', 'a duration needs a unit'],
    ['soon', '', 'is not a duration'],
  ])('refuse %j at "%s"', (input, path, part) => {
    const result = distributionSettings.safeParse(input);
    const [issue] = result.error?.issues ?? [];
    expect(issue.path.join('.')).toBe(path);
    expect(issue.message).toContain(part);
    expect(issue.message.split('\n')).toHaveLength(3);
  });

  it('report every mistake at once', () => {
    const result = distributionSettings.safeParse({ gamma: { mean: 40, cv: -1 } });
    expect(result.error?.issues.map((issue) => issue.path.join('.'))).toEqual(['gamma.mean', 'gamma.cv']);
  });
});
