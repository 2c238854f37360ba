import type { PolicyResult } from '../results/results.js';
/**
 * The traffic in a few words, as the scenario plans it: `60 -> 600 req/s in 2 min`.
 *
 * With several ramps the steepest, beside the range; a curve that is not known in advance by its arrivals. Undefined without
 * timelines.
 */
export declare function trafficText(policies: readonly PolicyResult[]): string | undefined;
