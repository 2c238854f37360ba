import type { Scenario } from './schema.js';
/**
 * Arrivals expected of each source in one replication, before anything runs.
 *
 * Virtual users are taken to be answered without waiting, so theirs is an upper estimate.
 * @throws ProblemError for a damaged trace
 */
export declare function expectedArrivals(scenario: Scenario, folder: string): Record<string, number>;
