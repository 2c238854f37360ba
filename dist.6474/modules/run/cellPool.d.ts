import type { CellLabel, CellOutcome, CellTask, DecideResult, DecideTask, Ended } from './cellTask.js';
export interface CellPoolOptions {
    readonly workerCount: number;
    /** dist/cli/worker.js; tests that run the sources name it. */
    readonly workerFile?: string;
    /** How much a run may take; the standard when left out. */
    readonly memoryBytes?: number | undefined;
    /** The process is there for nothing but this pool: its memory is that of the run. */
    readonly isApart?: boolean;
}
/** A run waiting, running or ended, for those who show progress. */
export interface RunningCell {
    readonly label: CellLabel;
    /** Virtual time reached, seconds. */
    virtualSeconds(): number;
    readonly outcome: Promise<CellOutcome>;
}
/**
 * The runs of one comparison on the threads of the process, guarded: whatever a policy does to its thread, the others go on.
 *
 * An endless loop is ended by ending its thread; a thread that leaves, or runs out of memory, fails its run only. A policy of
 * JavaScript has a process around its thread (`runApart`).
 */
export declare class CellPool {
    #private;
    constructor({ workerCount, workerFile, memoryBytes, isApart }: CellPoolOptions);
    /** Begins a run as soon as a worker is free; never rejects. `signal` cancels it, running or not. */
    run(task: Omit<CellTask, 'watch'>, label: CellLabel, signal: AbortSignal): RunningCell;
    /** Decides on recorded observations; never rejects. */
    decide(task: Omit<DecideTask, 'watch'>, label: CellLabel, signal: AbortSignal): Promise<Ended<DecideResult>>;
    /** Ends what still runs and the looking after it; the threads stay for the next comparison. */
    close(): void;
}
