import type { MetricFeed } from '../telemetry/feed.js';
/** How late each metric of a manifest is where no scenario says it, for `explain`. */
export declare function latenessSentences(feeds: readonly MetricFeed[]): string[];
