import { invariant } from '../base/invariant.js';
import { meanInterval } from './tInterval.js';
/**
 * Interval of the mean of b - a over paired runs.
 *
 * Common random numbers make the pairs alike, so the differences vary far less than the values.
 * @throws InvariantError if the lists have different lengths
 */
export function pairedDifference({ a, b }, confidence = 0.95) {
    invariant(a.length === b.length, `paired values: ${a.length} of a but ${b.length} of b`);
    return meanInterval(a.map((value, run) => b[run] - value), confidence);
}
