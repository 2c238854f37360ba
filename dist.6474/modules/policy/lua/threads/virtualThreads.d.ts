import { type LuaState } from '../fengariApi.js';
import type { Guard } from '../guard.js';
import { type ThreadTask, type VirtualThread } from './virtualThread.js';
/** What the scheduler needs of the run it belongs to. */
interface ThreadHost {
    readonly guard: Guard;
    readonly nowSeconds: number;
    /** Seconds that the thread which yielded the token waits for. */
    readonly waitSeconds: number;
}
interface NewThread {
    /** Values on top of the caller's stack, above the function. */
    readonly argumentCount: number;
    readonly task: ThreadTask;
    /** Infinity: it is run by `runNow`. */
    readonly wakeSeconds: number;
    /** Before all others of its instant. */
    readonly isFirst?: boolean;
}
/**
 * The threads of one policy, in virtual time: its main chunk, timers, tasks, light threads.
 *
 * One is run at a time, always the one that wakes first; of those that wake at one instant the one that was set first,
 * as in an event loop's timers.
 */
export declare class VirtualThreads {
    #private;
    /** The thread that runs now. */
    current: VirtualThread | undefined;
    constructor(host: ThreadHost);
    /** When the next thread wants to run; Infinity when none ever will. */
    get nextWakeSeconds(): number;
    get count(): number;
    /** A new thread that calls the function on top of the stack of `L` with its arguments; takes them from it. */
    add(L: LuaState, { argumentCount, task, wakeSeconds, isFirst }: NewThread): VirtualThread;
    /** Takes a thread that is ready to be run and kept alive by its owner. */
    adopt(L: LuaState, task: ThreadTask, wakeSeconds: number): VirtualThread;
    /** Lets a thread that waits go on at this time. */
    wakeAt(thread: VirtualThread, seconds: number): void;
    /** Runs the thread that comes next until it waits or ends, with full budgets. @throws PolicyFault */
    runNext(): void;
    /** Runs a thread at once, on the budgets of the thread `from` that asks for it. @throws PolicyFault */
    runNow(thread: VirtualThread, from: LuaState | null): void;
    /** Ends a thread that waits: it is not run again. */
    drop(thread: VirtualThread): void;
    /** The end of a policy that yields where nobody resumes it. */
    yieldFault(L: LuaState): Error;
}
export {};
