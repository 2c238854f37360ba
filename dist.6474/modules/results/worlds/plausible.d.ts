import type { ReplicationResult } from '../results.js';
/** Between which a measure lies in 90 % of the worlds: null at an end that lies among unanswered requests. */
export type Plausible = readonly [low: number | null, high: number | null];
/** The 5 % and 95 % quantiles of each measure over the worlds, by nearest rank; worlds without data are left out. */
export declare function plausibleOf(worlds: readonly Pick<ReplicationResult, 'measures' | 'nulls'>[]): Readonly<Record<string, Plausible>>;
