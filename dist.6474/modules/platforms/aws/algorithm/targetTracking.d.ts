import { type AlarmState } from './alarm.js';
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
export declare const trackingShape: {
    readonly highCount: 3;
    readonly lowMinutes: 15;
    readonly lowRatio: 0.9;
};
/** Datapoints that the low alarm looks at: a quarter of an hour of them. */
export declare function lowCountOf(periodSeconds: number): number;
interface TrackingAlarms {
    readonly high: AlarmState;
    readonly low: AlarmState;
}
/** Both alarms over one datapoint a period, newest last, undefined where a period has none. */
export declare function trackingAlarms(datapoints: readonly (number | undefined)[], { target, lowRatio, periodSeconds }: TrackingRule): TrackingAlarms;
interface TrackingRule {
    readonly target: number;
    readonly lowRatio?: number;
    readonly periodSeconds?: number;
}
/**
 * The capacity that would bring a metric, which halves when the capacity doubles, to its target.
 *
 * From no capacity a metric above its target asks for one instance (recalled; only Application Auto Scaling gets there).
 */
export declare function trackedCapacity({ capacity, metric, target }: TrackedCapacityInput): number;
interface TrackedCapacityInput {
    readonly capacity: number;
    readonly metric: number;
    /** > 0, in the metric's unit. */
    readonly target: number;
}
export {};
