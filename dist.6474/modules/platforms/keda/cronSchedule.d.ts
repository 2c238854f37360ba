/** A cron expression that was read: the minutes at which it holds. */
export interface CronSchedule {
    /** The next moment strictly after `seconds` since 1970. */
    nextSeconds(seconds: number): number;
}
/**
 * Reads `minute hour day month weekday`.
 *
 * A day holds when both day fields do; when both are restricted, one of them is enough.
 *
 * Source: robfig/cron v3, parser.go and spec.go (the library of KEDA's cron scaler).
 * @returns what is wrong with it, as text, when it cannot be read or never holds
 */
export declare function readCron(text: string): CronSchedule | string;
/**
 * Whether a moment lies between the start and the end of a window: the next event is its end.
 *
 * Source: a description of kedacore/keda, pkg/scalers/cron_scaler.go.
 */
export declare function isInWindow({ start, end }: CronWindow, seconds: number): boolean;
export interface CronWindow {
    readonly start: CronSchedule;
    readonly end: CronSchedule;
}
