import type { CellLabel, CellTask, DecideTask, Ended } from './cellTask.js';
/** What a process of its own gets to do. */
export type ProcessTask = {
    readonly label: CellLabel;
    readonly memoryBytes: number | undefined;
    /** The worker that its thread runs. */
    readonly workerFile: string;
} & ({
    readonly type: 'runCell';
    readonly task: Omit<CellTask, 'watch'>;
} | {
    readonly type: 'decide';
    readonly task: Omit<DecideTask, 'watch'>;
});
/** What it answers: how far it is, and how it ended. */
export type ProcessAnswer = {
    readonly type: 'progress';
    readonly virtualSeconds: number;
} | {
    readonly type: 'ended';
    readonly outcome: Ended<unknown>;
};
/** A process that ended without an answer. */
export declare class LostProcess extends Error {
    readonly name = "LostProcess";
    readonly code: number | null;
    readonly signal: NodeJS.Signals | null;
    constructor(code: number | null, signal: NodeJS.Signals | null);
}
/**
 * Does a run of a policy's own JavaScript in a process that is kept for such runs, one at a time in each.
 *
 * A thread would not do: V8 ends the whole process where an array outgrows the heap, and there are calls that end no sooner
 * than the memory is full. After any failure the process is ended and the next run gets a new one.
 * @throws LostProcess; rejects when `signal` cancels it
 */
export declare function runApart<Result>(task: ProcessTask, { signal, onProgress }: {
    readonly signal: AbortSignal;
    onProgress(virtualSeconds: number): void;
}): Promise<Ended<Result>>;
