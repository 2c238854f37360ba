import { wilsonInterval } from './wilsonInterval.js';

/** So many of so many. */
export interface Share {
  readonly hitCount: number;
  readonly runCount: number;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Where the difference `one - other` of two shares lies, at 95 %: Newcombe's hybrid of Wilson's intervals, which holds for
 * shares near 0 and 1, where errors and right answers are.
 *
 * @param one of more than 0, as `other`
 * @see Newcombe (1998), Interval estimation for the difference between independent proportions, method 10
 */
export function shareDifference(one: Share, other: Share): Interval {
  const [p, q] = [one.hitCount / one.runCount, other.hitCount / other.runCount];
  const [a, b] = [wilsonInterval(one), wilsonInterval(other)];
  return { low: p - q - Math.hypot(p - a.low, b.high - q), high: p - q + Math.hypot(a.high - p, q - b.low) };
}
