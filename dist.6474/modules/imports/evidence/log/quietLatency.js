import { allTogether } from '../latencies.js';
/** The share of intervals that counts as quiet; more where they hold fewer latencies than `ENOUGH_COUNT`. */
const QUIET_SHARE = 0.1;
const ENOUGH_COUNT = 200;
/** Intervals with more failures than this say nothing of a service that is well. */
const FAILED_SHARE = 0.01;
/** Latencies of the intervals with the fewest requests; null where no interval is fit for it. */
export function quietLatency(timeline) {
    const fit = timeline
        .intervals()
        .filter(({ requestCount, failedCount, latencies }) => latencies !== undefined && failedCount <= FAILED_SHARE * requestCount)
        .sort((a, b) => a.requestCount - b.requestCount || a.seconds - b.seconds);
    const quiet = [];
    let count = 0;
    for (const interval of fit) {
        if (quiet.length >= QUIET_SHARE * fit.length && count >= ENOUGH_COUNT)
            break;
        quiet.push(interval);
        count += interval.latencies?.count ?? 0;
    }
    const latency = allTogether(quiet.map(({ latencies }) => latencies)).facts;
    if (latency === null)
        return null;
    return {
        intervalCount: quiet.length,
        ratePerSecond: Math.max(...quiet.map(({ requestCount }) => requestCount)) / timeline.bins.intervalSeconds,
        latency,
        upstream: allTogether(quiet.map(({ upstream }) => upstream)).facts,
    };
}
