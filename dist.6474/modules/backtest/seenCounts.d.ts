import type { RecordedLife } from '../results/serviceRecord.js';
/** What a recorder counts of a fleet. */
export interface Counting {
    /** Only instances that take requests. */
    readonly isReadyOnly: boolean;
    /** For so long one that was told to go is still counted, at least; undefined where it is not. */
    readonly terminatingSeconds: number | undefined;
}
/** Instances that a recorder would have counted at each instant, which rise; seconds of the run. O((lives + instants) log lives). */
export declare function seenCounts(lives: readonly RecordedLife[], counting: Counting, instants: readonly number[]): number[];
