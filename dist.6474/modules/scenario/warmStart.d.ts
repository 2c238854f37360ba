import type { Scenario } from './schema.js';
/** How many instances `initial: needed` is, and what for. */
interface WarmStart {
    readonly count: number;
    readonly ratePerSecond: number;
}
/**
 * The instances that the first minute of the traffic needs, within min..max and what the provider has at the start.
 *
 * The same for all replications: it comes from the rate curves; of a trace with one row per request from its rows.
 * @throws ProblemError for a damaged trace
 */
export declare function warmStartOf(scenario: Scenario, service: string, folder: string): WarmStart;
export {};
