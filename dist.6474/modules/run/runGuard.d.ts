import type { Failure } from '../results/results.js';
import type { CellLabel } from './cellTask.js';
import type { Watch } from './watch.js';
/** What the process of a run may take, in one call of the policy more than before it, and in all. */
export interface MemoryLimits {
    readonly callBytes: number;
    readonly allBytes: number;
}
/** Of a process that is there for one run at a time. */
export declare function memoryLimits(heapMegabytes: number, memoryBytes?: number): MemoryLimits;
/** Ends a run whose policy takes too long over one call, or too much memory. */
export declare class RunGuard {
    #private;
    failure: Failure | undefined;
    isCancelled: boolean;
    constructor(watch: Watch, label: CellLabel, limits: MemoryLimits | undefined);
    get signal(): AbortSignal;
    /** Nobody waits for the run any more. */
    cancel(): void;
    look(nowMs: number): void;
}
