import { invariant } from '../base/invariant.js';
import { type Interval, meanInterval } from './tInterval.js';

interface Pairs {
  /** [run] values of a; the same runs, on the same random numbers, as `b` */
  readonly a: readonly number[];
  /** [run] */
  readonly b: readonly number[];
}

/**
 * Interval of the mean of b - a over paired runs.
 *
 * Common random numbers make the pairs alike, so the differences vary far less than the values.
 * @throws InvariantError if the lists have different lengths
 */
export function pairedDifference({ a, b }: Pairs, confidence = 0.95): Interval {
  invariant(a.length === b.length, `paired values: ${a.length} of a but ${b.length} of b`);
  return meanInterval(
    a.map((value, run) => b[run] - value),
    confidence,
  );
}
