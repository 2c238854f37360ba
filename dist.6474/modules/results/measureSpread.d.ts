import type { Spread } from '../stats/spread.js';
/** How a measure is spread over runs: the only place that says by which rule its interval is computed. */
export declare function spreadOf(name: string): Spread;
/** Names of the measures that are no case of their unit. */
export declare const exceptionalMeasures: readonly string[];
/** Whether it is a share of which more is better: what is missing to 1 counts, not the share. */
export declare function isGoodShare(name: string): boolean;
