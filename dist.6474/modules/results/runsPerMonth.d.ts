/** The spans in which occurrences are counted. */
export declare const occurrencePeriods: readonly ['day', 'week', 'month', 'year'];
/** How often what a scenario describes happens. */
export interface Occurrence {
    readonly times: number;
    readonly per: (typeof occurrencePeriods)[number];
}
interface MeasuredPart {
    /** The whole run, and the part of it that measures cover. */
    readonly durationSeconds: number;
    readonly spanSeconds: number;
    readonly occurs: Occurrence | undefined;
}
/**
 * How many measured spans a month has: as often as the scenario says it happens; else, once the run covers a day, as many
 * as fit into the month. Undefined for a shorter run: one peak hour, taken 730 times, would be a month of peak hours.
 */
export declare function runsPerMonth({ durationSeconds, spanSeconds, occurs }: MeasuredPart): number | undefined;
export {};
