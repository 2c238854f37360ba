import type { Scenario } from './schema.js';
/**
 * The scenario with this many times its traffic: rates, users and recorded rows of every source.
 *
 * The fleet begins with as many times its instances, within min and max, as one that had this traffic before: else the
 * first minutes would measure the start, not the policy.
 */
export declare function scaleTraffic(scenario: Scenario, factor: number): Scenario;
