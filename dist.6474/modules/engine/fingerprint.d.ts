import type { JournalPage, JournalReader } from '../record/journal.js';
/**
 * A running hash of every arrival with its demands, and of startups.
 *
 * Two policies on the same (seed, replication) must meet the same requests; equal fingerprints show it.
 */
export declare class Fingerprint implements JournalReader {
    #private;
    read({ arrivals, arrivalFrom, arrivalTo }: JournalPage): void;
    /** The first startups of a service; they are keyed, so asking changes nothing. */
    startups(startupSecondsOf: (launchNumber: number) => number): void;
    add(value: number): void;
    get text(): string;
}
