import type { CalendarTime } from '../../base/utcCalendar.js';
/** A format with a conversion that C99 does not know. */
export declare class ConversionError extends Error {
    /** What begins with it: Lua quotes the rest of the format. */
    readonly rest: string;
    constructor(rest: string);
}
/**
 * C's strftime.
 *
 * @param zone what %Z is
 * @throws ConversionError
 */
export declare function strftime(format: string, time: CalendarTime, zone: string): string;
