import type { Timeline } from '../../../results/results.js';
import type { Failures } from '../charts/timelineData.js';
/** Shares of the requests that ended in each of at most `countMax` spans; null where none failed or the document is silent. */
export declare function failuresOf({ outcomes, step_s }: Timeline, countMax: number): Failures | null;
/** The kinds on top of each other at a step. */
export declare function failureShareAt({ failed, rejected, timedOut }: Failures, step: number): number;
/** A round top for the scale of all policies; null where nothing failed. */
export declare function failureMaxOf(all: readonly (Failures | null)[]): number | null;
