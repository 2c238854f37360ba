import type { RunningCell } from './cellPool.js';
import type { Cell, PlannedComparison } from './plan.js';
/** Tells a few times a second which share of all virtual time is done. */
export declare class ProgressMeter {
    #private;
    constructor(comparisons: readonly PlannedComparison[], onProgress: (share: number) => void);
    /** Follows the next runs. `laterCounts`: runs expected after them, by comparison. */
    follow(cells: readonly Cell[], running: readonly RunningCell[], laterCounts: readonly number[]): void;
    close(): void;
}
