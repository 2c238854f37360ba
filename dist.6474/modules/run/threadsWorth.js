import { resolve } from 'node:path';
import { statOf } from '../base/userFolder.js';
import { expectedArrivals } from '../scenario/expectedArrivals.js';
/**
 * Requests after which one more thread has paid for itself.
 *
 * A thread takes 0.2 s of processor time to start and 0.3 s until its code is compiled; a request takes about a microsecond
 * (docs/performance.md).
 */
const requestsPerThread = 200_000;
/** What a virtual second costs beside its requests, scrapes and decisions, in requests. */
const requestsPerSecond = 10;
/** A longer trace takes too long to read for an estimate alone. */
const traceLimitBytes = 1_000_000;
/**
 * How many threads these runs are worth, before anything runs: 0 for runs that are shorter than the start of a thread.
 *
 * Traffic that cannot be known counts as unlimited.
 */
export function threadsWorth(comparisons, runCount) {
    const weight = comparisons.reduce((sum, comparison) => sum + comparison.candidates.length * weightOf(comparison), 0) * runCount;
    return weight <= requestsPerThread ? 0 : Math.ceil(weight / requestsPerThread);
}
/** Of one run of one candidate, in requests. */
function weightOf({ scenario, folder }) {
    const isLong = Object.values(scenario.traffic).some((source) => source.executor === 'trace' && !(sizeOf(resolve(folder, source.file)) <= traceLimitBytes));
    if (isLong)
        return Number.POSITIVE_INFINITY;
    const arrivals = Object.values(expectedArrivals(scenario, folder)).reduce((sum, count) => sum + count, 0);
    const weight = arrivals + scenario.duration * requestsPerSecond;
    return Number.isNaN(weight) ? Number.POSITIVE_INFINITY : weight;
}
/** NaN where there is no file: the run says so. */
function sizeOf(path) {
    return statOf(path)?.size ?? Number.NaN;
}
