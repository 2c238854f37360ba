/** A moment as a calendar shows it, in UTC: second 0 is 1970-01-01 00:00:00. */
export interface CalendarTime {
    readonly year: number;
    /** 1..12 */
    readonly month: number;
    /** 1..31 */
    readonly day: number;
    readonly hour: number;
    readonly minute: number;
    readonly second: number;
    /** 0 is Sunday. */
    readonly weekday: number;
    /** 1..366 */
    readonly yearDay: number;
}
export declare const daySeconds = 86400;
export declare const monthNames: string[];
export declare const weekdayNames: string[];
/** The calendar's view of a moment; seconds since 1970, fractions are dropped. */
export declare function calendarTime(seconds: number): CalendarTime;
interface UtcDate {
    readonly year: number;
    readonly month: number;
    readonly day: number;
    readonly hour?: number;
    readonly minute?: number;
    readonly second?: number;
}
/** Seconds since 1970 of a date in UTC; what is beyond its range carries over, as in C's mktime: month 13 is the next January. */
export declare function utcSeconds({ year, month, day, hour, minute, second }: UtcDate): number;
export {};
