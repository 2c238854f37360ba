import type { CellLabel, CellOutcome } from './cellTask.js';
import type { WatchReading } from './watch.js';
interface LostRun {
    readonly label: CellLabel;
    readonly reading: WatchReading;
    readonly heapMegabytes: number;
}
/**
 * What to say of a run whose thread ended without an answer.
 *
 * What a policy throws comes back as an outcome; only leaving the thread, or using up its memory, ends it.
 */
export declare function lostRun(reason: unknown, { label, reading, heapMegabytes }: LostRun): Exclude<CellOutcome, {
    readonly type: 'done';
}>;
export {};
