import type { ThresholdResult } from './results.js';
/** Thresholds by how far they are missed: without a value first, then by the distance from the limit as a share of it. */
export declare function worstFirst(thresholds: readonly ThresholdResult[]): ThresholdResult[];
/** How far it is missed as a share of the limit: infinite without a value, -1 for one that is kept. */
export declare function missRatio({ ok, value, expression }: ThresholdResult): number;
