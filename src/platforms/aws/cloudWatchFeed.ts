import type { MetricFeed } from '../../telemetry/feed.js';
import { metricsOf, type ScalingModel } from './model.js';

/** The name of the one feed. */
export const cloudWatchFeedName = 'CloudWatch';

/**
 * Metrics as CloudWatch keeps them at standard resolution: one datapoint a minute over that minute.
 *
 * Source: Amazon CloudWatch User Guide, "Metrics concepts" (resolution, periods) and "Detailed monitoring". Deviation: a
 * datapoint is there as soon as its minute is over; AWS does not say how much later it comes.
 */
export function cloudWatchFeed(model: ScalingModel): MetricFeed {
  const metrics = metricsOf(model).flatMap(({ metric }) => metric.sources);
  return {
    name: cloudWatchFeedName,
    metrics: [...new Set(metrics)],
    timing: { scrapeSeconds: 60, windowSeconds: 60, delaySeconds: 0, staleAfterSeconds: 300 },
    needsWholeWindow: false,
    from: 'CloudWatch',
  };
}
