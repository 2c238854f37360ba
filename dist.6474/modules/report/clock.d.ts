import type { ScenarioResult } from '../results/results.js';
/** The begin of the run's calendar, where the document has one: charts then show its clock. */
export declare function clockOf({ start }: ScenarioResult): {
    readonly start?: string;
};
/** Seconds into its day at which a run begins; 0 where it has no date. */
export declare function startOfDay(start: string | undefined): number;
/**
 * An instant of the run: `00:12:30` since its begin, or what its clock shows (UTC), `17:42:30`; on later days with the date.
 *
 * @param start `start` of the scenario's result
 */
export declare function clockText(seconds: number, start: string | undefined, { withSeconds }?: {
    withSeconds?: boolean | undefined;
}): string;
/** A tick of an axis: `17:30`; midnight as the day that begins, `Fri 27 Nov`. Without a calendar days are counted, `1 d 6 h`. */
export declare function clockTick(seconds: number, start: string | undefined, { withSeconds }?: {
    withSeconds?: boolean | undefined;
}): string;
