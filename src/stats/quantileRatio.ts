import type { Histogram } from './histogram.js';
import type { Interval } from './shareDifference.js';

/** Chance beyond each end. */
const tail = 0.025;

/**
 * Ranks, from 1, of the values between which the quantile of a law lies, at 95 % or a little more: how many of `count` values
 * are below it is binomial, whatever the law is. `high` is above `count` where no value is surely beyond it.
 *
 * @see David and Nagaraja, Order Statistics (3rd edition), 7.1
 */
export function quantileRanks(count: number, probability: number): Interval {
  const odds = Math.log(probability / (1 - probability));
  /** Chances of 0, 1, ... values below it. */
  const chances = new Float64Array(count + 1);
  let logChance = count * Math.log1p(-probability);
  for (let below = 0; below <= count; below++) {
    chances[below] = Math.exp(logChance);
    logChance += Math.log((count - below) / (below + 1)) + odds;
  }
  let low = 0;
  for (let sum = chances[0]; sum <= tail && low < count; sum += chances[low]) low++;
  let high = count;
  for (let sum = chances[count]; sum <= tail && high > 0; sum += chances[high]) high--;
  return { low, high: high + 1 };
}

/**
 * Where the ratio `one / other` of a quantile of two samples lies, at 95 %: the intervals of both by order statistics, put
 * together on the scale of logarithms (MOVER). Nothing is assumed of the laws; values are taken as independent.
 *
 * @returns undefined where a sample is too small to say anything at an end
 * @see Zou and Donner (2008), Construction of confidence limits about effect measures: a general approach
 */
export function quantileRatio(one: Histogram, other: Histogram, probability: number): Interval | undefined {
  const [a, b] = [one, other].map((histogram) => logQuantile(histogram, probability));
  if (a === undefined || b === undefined) return undefined;
  const difference = a.value - b.value;
  return {
    low: Math.exp(difference - Math.hypot(a.value - a.low, b.high - b.value)),
    high: Math.exp(difference + Math.hypot(a.high - a.value, b.value - b.low)),
  };
}

function logQuantile(histogram: Histogram, probability: number): (Interval & { readonly value: number }) | undefined {
  const { count } = histogram;
  if (count === 0) return undefined;
  const ranks = quantileRanks(count, probability);
  const at = (rank: number) => Math.log(histogram.quantileSeconds(rank / count) ?? 0);
  return {
    value: Math.log(histogram.quantileSeconds(probability) ?? 0),
    low: ranks.low < 1 ? Number.NEGATIVE_INFINITY : at(ranks.low),
    high: ranks.high > count ? Number.POSITIVE_INFINITY : at(ranks.high),
  };
}
