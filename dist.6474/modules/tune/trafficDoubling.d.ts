import type { Scenario } from '../scenario/schema.js';
/**
 * The shortest time in which the planned rate of all sources together doubles, seconds; undefined where it never does, or is not
 * known in advance (virtual users, traces of single requests).
 */
export declare function trafficDoublingSeconds(scenario: Scenario, folder: string): number | undefined;
