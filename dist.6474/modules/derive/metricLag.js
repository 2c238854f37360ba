import { seconds } from './phrases.js';
/**
 * How old the load is that an autoscaler acts on: delay + window / 2 + the time since the scrape, which is 0 to `scrape`, on average half.
 *
 * A window shows the mean of its span, so its value is that of its middle. Window and scrape are those of the manifest's own query
 * text, else the platform's. The autoscaler's own pace comes on top.
 */
export function metricLag({ name, timing, from }) {
    const { scrapeSeconds, windowSeconds, delaySeconds } = timing;
    const low = delaySeconds + windowSeconds / 2;
    return {
        value: low + scrapeSeconds / 2,
        low,
        high: low + scrapeSeconds,
        basis: 'derived',
        from: `${name}: every ${seconds(scrapeSeconds)} over ${seconds(windowSeconds)}${delaySeconds > 0 ? `, ${seconds(delaySeconds)} late` : ''}, as ${from} has it`,
    };
}
