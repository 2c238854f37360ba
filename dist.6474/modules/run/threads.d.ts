import { Piscina } from 'piscina';
import { Turns } from './turns.js';
/** The worker threads of one worker file. */
export interface Threads {
    readonly pool: Piscina;
    /**
     * Never more tasks than threads: the pool replaces a thread that was ended when the next task comes, not for one that waits.
     */
    readonly turns: Turns;
    /** That the comparisons of this moment have asked for, together. */
    askedCount: number;
}
/**
 * Asks for threads until the returned function is called.
 *
 * As many work at once as the comparison that asked for most may have, and several small ones at the same time use the
 * processors that are there.
 */
export declare function askForThreads(threads: Threads, count: number): () => void;
/** The processors that runs may use when nobody says otherwise. */
export declare function defaultWorkerCount(): number;
/** Where a run may take more than usual its objects may, too: an instance has as many bytes in them as in columns. */
export declare function heapMegabytesFor(memoryBytes?: number): number;
/** Beside the command, where it is built. */
export declare const defaultWorkerFile: string;
/**
 * The threads of this process, kept between comparisons: a thread takes 0.3 s of processor time to start, and to end one
 * while V8 compiles for it aborts Node once in some hundreds of times.
 *
 * Idle threads do not hold the process: it ends when its own work is done.
 */
export declare function threadsOf(workerFile?: string, heapMegabytes?: number): Threads;
