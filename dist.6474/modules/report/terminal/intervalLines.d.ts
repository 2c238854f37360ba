import type { PolicyResult } from '../../results/results.js';
/** Measures with their intervals, for those who ask. */
export declare function intervalLines(policies: readonly PolicyResult[], width: number): string[];
