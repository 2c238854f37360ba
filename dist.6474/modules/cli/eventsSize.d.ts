import type { Allowance } from '../engine/limits/allowance.js';
import type { PreparedComparisons } from './prepareComparisons.js';
interface EventsSize {
    readonly eventCount: number;
    readonly bytes: number;
}
/** How much --events will write at least: more where requests wait or try again. */
export declare function eventsSizeOf({ comparisons, expectedCounts }: PreparedComparisons): EventsSize;
/** The size in words, for whoever waits for the file. */
export declare function eventsNote({ eventCount, bytes }: EventsSize): string;
/** Refuses a file that would fill the disk. @throws ProblemError with exit code 106 */
export declare function rejectLargeEvents({ bytes }: EventsSize, path: string, { diskBytes }: Allowance): void;
export {};
