import { type MetricFeed } from './feed.js';
import type { TelemetrySettings } from './settings.js';
/** How late each metric of a feed is in a scenario, and where that comes from; a sentence a path. */
export declare function feedSentences(feed: MetricFeed, settings: TelemetrySettings): string[];
/** Where a scenario's own telemetry differs from the feed's; a sentence a path. */
export declare function overrideSentences(feed: MetricFeed, settings: TelemetrySettings): string[];
