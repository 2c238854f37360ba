import type { JournalPage, JournalReader } from './journal.js';
interface Span {
    readonly fromSeconds: number;
    readonly toSeconds: number;
}
/**
 * A second, independent count of what the logs count, so that one checks the other (`checkConservation`).
 *
 * Hot: told of instants only, never of a request, so a request whose columns are wrong shows as a difference. The time N
 * requests spend inside is the sum of the instants they leave minus the sum of the instants they come. `Math.max` and not
 * a condition, here and in the other logs: a condition between a column's number and a field's makes a new object of the
 * number each time (V8 of Node 20: 4.8 ns an instant instead of 1.1).
 */
export declare class Ledger implements JournalReader {
    #private;
    arrivedCount: number;
    /** Arrivals in [from, to). */
    offeredCount: number;
    endedCount: number;
    beganCount: number;
    leftCount: number;
    constructor({ fromSeconds, toSeconds }: Span);
    read(page: JournalPage): void;
    /** Request-seconds inside the system over the span. */
    get systemSeconds(): number;
    /** Slot-seconds taken over the whole run. */
    get slotSeconds(): number;
    /** How far sums of so many instants may be off by rounding, seconds. */
    get roundingSeconds(): number;
}
export {};
