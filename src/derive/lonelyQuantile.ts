import type { Evidence } from '../imports/evidence/evidence.js';
import type { LatencyFacts } from '../imports/evidence/latencyFacts.js';
import type { Derived } from './derived.js';
import { seconds } from './phrases.js';

/** Normal's quantiles, the most telling first. */
const tails = [
  ['p95', 'p95Seconds', 1.6449],
  ['p90', 'p90Seconds', 1.2816],
  ['p99', 'p99Seconds', 2.3263],
] as const satisfies readonly (readonly [string, keyof LatencyFacts, number])[];

/** Sigma of a lognormal distribution whose deviation is its mean: the spread that is guessed where none is known. */
const USUAL_SIGMA = Math.sqrt(Math.log(2));

/** A mean that is guessed by one quantile. */
export interface MeanGuess extends Pick<Derived, 'value' | 'low' | 'high'> {
  /** `p95 is 180 ms in k6.json, and no file has a mean or a median`. */
  readonly words: string;
}

/**
 * The mean latency where a load test tells one quantile of it and no more: that of the lognormal distribution with a deviation as large
 * as its mean, mean = quantile / exp(z sigma - sigma^2 / 2). No lognormal has a mean below quantile / exp(z^2 / 2), where sigma = z;
 * the high end is the quantile itself, all answers alike.
 *
 * @returns undefined where no load test has a quantile alone
 */
export function meanByLonelyQuantile(evidence: readonly Evidence[]): MeanGuess | undefined {
  for (const one of evidence) {
    if (one.kind !== 'load-test' || one.latency.meanSeconds !== null || one.latency.p50Seconds !== null) continue;
    for (const [name, key, z] of tails) {
      const quantile = one.latency[key];
      if (quantile === null || !(quantile > 0)) continue;
      return {
        value: quantile / Math.exp(z * USUAL_SIGMA - USUAL_SIGMA ** 2 / 2),
        low: quantile / Math.exp(z ** 2 / 2),
        high: quantile,
        words: `${name} is ${seconds(quantile)} in ${one.file}, and no file has a mean or a median latency`,
      };
    }
  }
  return undefined;
}
