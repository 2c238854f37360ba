/**
 * What is done without asking: minutes of a core, and less than 1 GB with the two workers of a small machine.
 *
 * A year of scrapes and decisions every 15 s (4.2 million events), 100,000 instances, a million requests in progress
 * and 200 candidates with 30 runs each are within it.
 */
export const standardAllowance = {
    requestCount: 1e9,
    eventCount: 1e7,
    memoryBytes: 256e6,
    diskBytes: 10e9,
};
