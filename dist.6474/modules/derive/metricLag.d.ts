import type { MetricFeed } from '../telemetry/feed.js';
import type { Derived } from './derived.js';
/**
 * How old the load is that an autoscaler acts on: delay + window / 2 + the time since the scrape, which is 0 to `scrape`, on average half.
 *
 * A window shows the mean of its span, so its value is that of its middle. Window and scrape are those of the manifest's own query
 * text, else the platform's. The autoscaler's own pace comes on top.
 */
export declare function metricLag({ name, timing, from }: Pick<MetricFeed, 'name' | 'timing' | 'from'>): Derived;
