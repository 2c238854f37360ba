import { STANDARD_SECONDS } from './cloudWatchMetrics.js';
import { metricsOf } from './model.js';
/** The feed that a metric comes by: one for each resolution. */
export function feedNameOf({ periodSeconds }) {
    return periodSeconds === STANDARD_SECONDS ? 'CloudWatch' : `CloudWatch every ${periodSeconds} s`;
}
/**
 * Metrics as CloudWatch keeps them: one datapoint a minute over that minute, or one of 10 to 30 s at high resolution.
 *
 * Source: Amazon CloudWatch User Guide, "Metrics concepts" (resolution, periods) and "Detailed monitoring". Deviation: a
 * datapoint is there as soon as its period is over; AWS does not say how much later it comes.
 */
export function cloudWatchFeeds(model) {
    const used = metricsOf(model).map(({ metric }) => metric);
    const periods = [
        ...new Set(used.filter(({ sources }) => sources.length > 0).map(({ periodSeconds }) => periodSeconds)),
    ];
    return periods.map((periodSeconds) => ({
        name: feedNameOf({ periodSeconds }),
        metrics: [
            ...new Set(used.filter((metric) => metric.periodSeconds === periodSeconds).flatMap(({ sources }) => sources)),
        ],
        timing: { scrapeSeconds: periodSeconds, windowSeconds: periodSeconds, delaySeconds: 0, staleAfterSeconds: 300 },
        needsWholeWindow: false,
        from: feedNameOf({ periodSeconds }),
    }));
}
