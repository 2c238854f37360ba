import { alarmState } from './alarm.js';
/**
 * Target tracking: two alarms that the service makes itself, and a capacity in proportion to the metric.
 *
 * ```
 *   metric
 *   above the target         3 minutes running  -> high alarm: capacity x metric / target, rounded up
 *   90 %..100 % of it        inside the band    -> nothing
 *   below 90 % of it        15 minutes running  -> low alarm: the same formula
 * ```
 * Rounding up in both directions adds enough, and removes so little that the metric stays at or below the target.
 * Missing data leaves an alarm in INSUFFICIENT_DATA, in which nothing is scaled: it is never read as a low value.
 *
 * Metrics of high resolution have datapoints every 10 to 30 s: the high alarm looks at three of those. AWS measures 86 s from the load
 * to the scale-out at 20 s, and 363 s at 60 s (ECS, June 2026); what the low alarm looks at is not published, and we keep the quarter
 * of an hour.
 * Source: EC2 Auto Scaling and Application Auto Scaling user guides, "Target tracking scaling policies" (proportional,
 * slower in than out, insufficient data). The shape of the alarms (3 and 15 points, 90 %) is what the service is seen to
 * create; AWS does not promise it. How gradually it shrinks is not published: we remove what rounding up allows. O(15).
 */
export const trackingShape = { highCount: 3, lowMinutes: 15, lowRatio: 0.9 };
/** Datapoints that the low alarm looks at: a quarter of an hour of them. */
export function lowCountOf(periodSeconds) {
    return Math.round((trackingShape.lowMinutes * 60) / periodSeconds);
}
/** Both alarms over one datapoint a period, newest last, undefined where a period has none. */
export function trackingAlarms(datapoints, { target, lowRatio = trackingShape.lowRatio, periodSeconds = 60 }) {
    const ofAll = (count) => ({ evaluationCount: count, datapointsCount: count, treatMissing: 'missing' });
    return {
        high: alarmState(datapoints, { ...ofAll(trackingShape.highCount), isBreaching: (value) => value > target }),
        low: alarmState(datapoints, {
            ...ofAll(lowCountOf(periodSeconds)),
            isBreaching: (value) => value < lowRatio * target,
        }),
    };
}
/** Relative error that multiplying and dividing may leave above a whole number. */
const ROUNDING_RATIO = 1e-12;
/**
 * The capacity that would bring a metric, which halves when the capacity doubles, to its target.
 *
 * From no capacity a metric above its target asks for one instance (recalled; only Application Auto Scaling gets there).
 */
export function trackedCapacity({ capacity, metric, target }) {
    if (capacity === 0)
        return metric > target ? 1 : 0;
    return Math.ceil(((capacity * metric) / target) * (1 - ROUNDING_RATIO));
}
