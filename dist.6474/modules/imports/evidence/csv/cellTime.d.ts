/** In which order the numbers of `03/04/2026` stand. */
export type DateOrder = 'day-month' | 'month-day';
/** An instant of a table. */
export interface CellTime {
    readonly seconds: number;
    /** A time of day without a zone. */
    readonly isLocal: boolean;
}
/** The instant in a cell: seconds or milliseconds since 1970, ISO 8601, `2026-03-01 12:00:00`, `03/01/2026 12:00 PM`; undefined for all else. */
export declare function cellTime(text: string, order: DateOrder | undefined): CellTime | undefined;
/** The order that one date gives away: a 25 is a day, AM and PM are written where the month comes first. */
export declare function dateOrder(text: string): DateOrder | undefined;
/** Whether a text is a date whose order must be known. */
export declare function isSlashed(text: string): boolean;
