import { DEFAULT_START_SECONDS } from '../base/calendarDates.js';
import { defaultTiming } from '../telemetry/feed.js';
/** The metrics server of a host that only has observations (a recording): each metric by its name, no counters. */
export function observedSeries(host) {
    const track = (metric, sinceSeconds) => {
        const now = host.nowSeconds();
        const byTime = new Map();
        for (const [index, name] of host.serviceNames.entries()) {
            const observation = host.observe(name);
            const { [metric]: value, age_seconds: age = 0 } = observation.metrics;
            const past = observation.history(metric, `${Math.max(0, now - sinceSeconds)}s`);
            const pairs = value === undefined ? past : [...past, [now - age, value]];
            for (const [seconds, number] of pairs) {
                const readings = byTime.get(seconds) ?? host.serviceNames.map(() => ({}));
                readings[index][metric] = number;
                byTime.set(seconds, readings);
            }
        }
        const samples = [...byTime].sort(([a], [b]) => a - b);
        return {
            samples: samples.map(([scrapedSeconds, readings]) => ({ scrapedSeconds, readings, snapshot: undefined })),
            // What an observation shows is not stale; without a value only the past is left.
            shownSeconds: host.observe().metrics[metric] === undefined ? 0 : Number.POSITIVE_INFINITY,
        };
    };
    return {
        services: host.serviceNames.map((name, index) => ({ name, index, metered: undefined })),
        startSeconds: host.startSeconds ?? DEFAULT_START_SECONDS,
        nowSeconds: () => host.nowSeconds(),
        get hasFailed() {
            return host.observe().metricsFailed === true;
        },
        track,
        lookbackSeconds: () => defaultTiming.staleAfterSeconds,
    };
}
