import type { JournalPage, JournalReader } from './journal.js';
/**
 * Mean latency of the answers over the run, by intended arrival and service: what a warm-up check looks at.
 *
 * Hot in runs that have one: two additions an answer. From the begin of the run, for the warm-up is what it is about.
 */
export declare class SettlingLog implements JournalReader {
    #private;
    readonly stepSeconds: number;
    constructor(serviceCount: number, durationSeconds: number);
    read({ outcomes: { count, kinds, services, arrivalSeconds, latencySeconds } }: JournalPage): void;
    /** [step] mean latency of a service, ms with six digits; null without an answer. */
    meansMs(service: number): (number | null)[];
}
