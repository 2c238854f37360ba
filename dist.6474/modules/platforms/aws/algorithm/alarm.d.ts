/**
 * The state of a CloudWatch alarm: M of the newest N datapoints breach.
 *
 * ```
 * x breaching, . not, - missing, newest last          M = N = 3, missing data treated as missing
 * x x x  alarm      . x x  ok      - - -  insufficient data
 * x - -  alarm      - - x  ok: two more periods could still show that it was a blip
 * ```
 * With datapoints missing the alarm still fires when the oldest breaching one is at least M periods old and all newer ones
 * breach or are missing: so data that comes every 5 minutes can fire a 1-minute alarm, late.
 * Source: Amazon CloudWatch User Guide, "Configuring how alarms treat missing data" and "avoiding premature transitions to
 * alarm state". Not modelled: CloudWatch looks back some periods more than N, by a number it does not document. O(N).
 */
export declare function alarmState(
/** Newest last; undefined is missing, as is everything before the first. */
datapoints: readonly (number | undefined)[], rule: AlarmRule, previous?: AlarmState): AlarmState;
export type AlarmState = 'ok' | 'alarm' | 'insufficient-data';
export declare const missingTreatments: readonly ['missing', 'ignore', 'breaching', 'notBreaching'];
export interface AlarmRule {
    /** N: periods that are looked at. */
    readonly evaluationCount: number;
    /** M: how many of them must breach, 1..N. */
    readonly datapointsCount: number;
    readonly treatMissing: (typeof missingTreatments)[number];
    isBreaching(value: number): boolean;
}
