/** What became of code that ran in a process of its own. */
export type ConfinedOutcome = {
    readonly kind: 'result';
    readonly text: string;
} | {
    readonly kind: 'too-long' | 'too-much-memory' | 'too-large' | 'ended';
};
interface ConfinedTask {
    /** What the thread runs: CommonJS text, or the file of a module. It posts one string. */
    readonly thread: {
        readonly code: string;
    } | {
        readonly file: string;
    };
    /** What it finds as `workerData.data`: plain data. */
    readonly data: object;
    /** What it finds as `workerData.payload`, one after the other. */
    readonly payload?: readonly Uint8Array[];
    /** Sealed: no environment, no files, no further processes, no code made from text. Else it may do what a program may. */
    readonly isSealed: boolean;
}
export interface ConfinedLimits {
    readonly timeSeconds: number;
    readonly heapMegabytes: number;
    readonly resultBytes: number;
}
/**
 * Runs code in a thread of a process of its own and ends both at the limits.
 *
 * A thread of this process would not do: V8 ends the whole process when some of its own tables outgrow the heap, and code
 * that may do what a program may could end it, too.
 * @param over ends it as the time limit does, where several runs share one
 */
export declare function runConfined(task: ConfinedTask, limits: ConfinedLimits, over?: AbortSignal): Promise<ConfinedOutcome>;
export {};
