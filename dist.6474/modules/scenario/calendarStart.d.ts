import type { Scenario } from './schema.js';
/** The date and time of second 0 of a run, and who says so. */
interface CalendarStart {
    /** Since 1970, UTC. */
    readonly seconds: number;
    readonly from: 'start' | 'trace' | 'default';
}
/**
 * The calendar of a run: `start` where it is written, else the clock of its traces, else a Monday.
 *
 * @throws ProblemError where traces with dates begin at different ones: one run has one clock
 */
export declare function calendarStartOf(scenario: Scenario, folder: string): CalendarStart;
export {};
