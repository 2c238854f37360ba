import { formatDuration } from '../base/duration.js';
import { pathsOf, shownSeconds } from './feed.js';
import { metricNames, metrics } from './metrics.js';
/** How late each metric of a feed is in a scenario, and where that comes from; a sentence a path. */
export function feedSentences(feed, settings) {
    return pathsOf(feed, settings).map((path) => {
        const { scrapeSeconds, windowSeconds, delaySeconds } = path;
        const isRate = path.metrics.some((name) => metrics[name].isOverWindow);
        const oldestSeconds = scrapeSeconds + delaySeconds + (isRate ? windowSeconds : 0);
        const parts = [
            `${listOf(path)} collected every ${formatDuration(scrapeSeconds)}`,
            isRate ? `over the last ${formatDuration(windowSeconds)}` : 'as it is then',
            ...(delaySeconds > 0 ? [`shown ${formatDuration(delaySeconds)} later`] : []),
        ];
        const gone = `gone ${formatDuration(shownSeconds(path))} after the last collection`;
        return `${parts.join(', ')}, so up to ${formatDuration(oldestSeconds)} old; ${gone} (${originOf(feed, path)})`;
    });
}
/** Where a scenario's own telemetry differs from the feed's; a sentence a path. */
export function overrideSentences(feed, settings) {
    return pathsOf(feed, settings).flatMap((path) => {
        const changes = path.givenKeys.flatMap((key) => {
            const field = `${key}Seconds`;
            const [said, own] = [path[field], feed.timing[field]];
            return said === own ? [] : [`${key} ${formatDuration(said)} instead of ${formatDuration(own)}`];
        });
        if (changes.length === 0)
            return [];
        const names = listOf(path).replace(/ (is|are)$/, '');
        return [`the scenario's telemetry overrides ${feed.from} for ${names}: ${changes.join(', ')}`];
    });
}
function listOf({ metrics: names }) {
    if (names.length === metricNames.length)
        return 'all metrics are';
    // The same measurement in another unit is not named a second time.
    const told = names.filter((name) => name !== 'cpu_utilization_of_request' || !names.includes('cpu_utilization'));
    return `${told.join(', ')} ${told.length === 1 ? 'is' : 'are'}`;
}
/** `from metrics-server`, or who says what where the scenario says some of it. */
function originOf({ from }, { givenKeys }) {
    if (givenKeys.length === 0)
        return `from ${from}`;
    const keys = givenKeys.map((key) => `telemetry.${key}`).join(', ');
    return `${keys} of the scenario, instead of ${from}`;
}
