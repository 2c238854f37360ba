import type { PrintedLog } from '../results/results.js';
interface Shown {
    /** The last so many. */
    readonly lineCount: number;
    /** Of the run's calendar; without it times count from its begin. */
    readonly start: string | undefined;
    /** Whether the service of each line is named. */
    readonly hasServices: boolean;
}
/** `00:01:15  web, controller 3  cpu is 0.4`: the last lines that a policy printed, one line each. */
export declare function printedLines({ lines }: PrintedLog, { lineCount, start, hasServices }: Shown): string[];
/** A line feed or tab that a policy printed must not look like a line or a column of ours. */
export declare function oneLine(text: string): string;
/** `printed 1,234 lines, the last 2:`. */
export declare function printedHead({ total }: PrintedLog, shownCount: number): string;
export {};
