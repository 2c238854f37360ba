import type { JournalPage, JournalReader } from './journal.js';
/** How the requests of each service ended, by the step in which they did: the picture of errors over time. */
export declare class OutcomeLog implements JournalReader {
    #private;
    constructor(serviceCount: number, durationSeconds: number, stepSeconds: number);
    read({ outcomes: { count, kinds, services, endSeconds } }: JournalPage): void;
    /** [step] requests of a service that ended so. */
    countsOf(service: number, result: number): Float64Array;
}
