import { feedSentences } from '../telemetry/feedWords.js';
import { telemetrySchema } from '../telemetry/settings.js';
/** How late each metric of a manifest is where no scenario says it, for `explain`. */
export function latenessSentences(feeds) {
    const unsaid = telemetrySchema.parse({});
    // Several triggers may read one metric alike.
    const sentences = [...new Set(feeds.flatMap((feed) => feedSentences(feed, unsaid)))];
    if (sentences.length === 0)
        return [];
    return [...sentences.map((sentence) => `${sentence}.`), "A scenario's own `telemetry` overrides that, key by key."];
}
