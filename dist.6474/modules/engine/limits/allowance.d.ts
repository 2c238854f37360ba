/** What a command may take; each number is raised by one option. */
export interface Allowance {
    /** Arrivals of one run. */
    readonly requestCount: number;
    /** Scrapes, decisions and faults of one run. */
    readonly eventCount: number;
    /** Memory of what one run holds, and of all results together. */
    readonly memoryBytes: number;
    /** Of the file of `--events`. */
    readonly diskBytes: number;
}
/**
 * What is done without asking: minutes of a core, and less than 1 GB with the two workers of a small machine.
 *
 * A year of scrapes and decisions every 15 s (4.2 million events), 100,000 instances, a million requests in progress
 * and 200 candidates with 30 runs each are within it.
 */
export declare const standardAllowance: Allowance;
