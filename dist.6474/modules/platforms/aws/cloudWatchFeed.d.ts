import type { MetricFeed } from '../../telemetry/feed.js';
import { type CloudWatchMetric } from './cloudWatchMetrics.js';
import { type ScalingModel } from './model.js';
import type { Amount } from './openValue.js';
/** The feed that a metric comes by: one for each resolution. */
export declare function feedNameOf({ periodSeconds }: Pick<CloudWatchMetric, 'periodSeconds'>): string;
/**
 * Metrics as CloudWatch keeps them: one datapoint a minute over that minute, or one of 10 to 30 s at high resolution.
 *
 * Source: Amazon CloudWatch User Guide, "Metrics concepts" (resolution, periods) and "Detailed monitoring". Deviation: a
 * datapoint is there as soon as its period is over; AWS does not say how much later it comes.
 */
export declare function cloudWatchFeeds(model: ScalingModel<Amount>): MetricFeed[];
