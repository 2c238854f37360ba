import { formatDuration } from '../../../base/duration.js';
import { countText } from '../../../engine/limits/amounts.js';
import { buildDistribution } from '../../../random/distributions/index.js';
import { defaultFeed, pathsOf } from '../../../telemetry/feed.js';
/** What happens in a run beside its requests, as far as the scenario says: scrapes of metrics, and faults. */
export const events = {
    code: 'too-many-events',
    needsTraffic: false,
    parts: ({ scenario }) => [...scrapesOf(scenario), ...faultsOf(scenario)],
    allowed: ({ eventCount }) => eventCount,
    show: (amount) => `${countText(amount)} events`,
    why: 'They happen one by one, so such a run takes minutes or hours.',
    advice: 'shorten the duration or lengthen the interval',
    option: (amount) => `--max-events ${Math.ceil(amount)}`,
};
function scrapesOf({ duration, telemetry }) {
    // Paths that are collected at one interval share their scrapes, or nearly.
    const intervals = new Set(pathsOf(defaultFeed, telemetry).map(({ scrapeSeconds }) => scrapeSeconds));
    return [...intervals].map((scrapeSeconds) => {
        const amount = duration / scrapeSeconds;
        const text = `${countText(amount)} scrapes every ${formatDuration(scrapeSeconds)} in ${formatDuration(duration)}`;
        return { path: telemetry.scrape === undefined ? 'duration' : 'telemetry.scrape', amount, text };
    });
}
function faultsOf({ duration, faults }) {
    return faults.flatMap((fault, index) => {
        if (fault.every === undefined)
            return [];
        const length = fault.for === undefined ? 0 : buildDistribution(fault.for).meanSeconds;
        const amount = duration / (buildDistribution(fault.every).meanSeconds + length);
        return [{ path: `faults.${index}.every`, amount, text: `${countText(amount)} faults of kind ${fault.kind}` }];
    });
}
