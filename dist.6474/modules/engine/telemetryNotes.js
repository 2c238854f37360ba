import { defaultFeed } from '../telemetry/feed.js';
import { feedSentences, overrideSentences } from '../telemetry/feedWords.js';
/** How late what each policy saw was, and who says so; policies without a platform all see the same. */
export function telemetryNotes(policies, settings) {
    return policies.flatMap(({ name, service, feeds }) => feeds.flatMap((feed) => {
        const isOfPlatform = feed !== defaultFeed;
        const who = isOfPlatform ? name : 'policies without a platform';
        const lateness = feedSentences(feed, settings).map((text) => `telemetry of ${service.name} for ${who}: ${text}`);
        if (!isOfPlatform)
            return lateness;
        return [...lateness, ...overrideSentences(feed, settings).map((text) => `${name} on ${service.name}: ${text}`)];
    }));
}
