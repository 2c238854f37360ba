import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { Turns } from './turns.js';
/** Memory that JavaScript objects of one worker may take; a run with its policy needs a fraction of it. */
const heapLimitMegabytes = 512;
/** As many as --workers may ask for. */
const threadLimit = 64;
/**
 * Asks for threads until the returned function is called.
 *
 * As many work at once as the comparison that asked for most may have, and several small ones at the same time use the
 * processors that are there.
 */
export function askForThreads(threads, count) {
    threads.askedCount += count;
    threads.turns.raise(Math.max(count, Math.min(defaultWorkerCount(), threads.askedCount)));
    return () => {
        threads.askedCount -= count;
    };
}
/** The processors that runs may use when nobody says otherwise. */
export function defaultWorkerCount() {
    return Math.min(threadLimit, availableParallelism());
}
/** Where a run may take more than usual its objects may, too: an instance has as many bytes in them as in columns. */
export function heapMegabytesFor(memoryBytes = 0) {
    return Math.max(heapLimitMegabytes, Math.ceil((2 * memoryBytes) / 1e6));
}
/** Beside the command, where it is built. */
export const defaultWorkerFile = fileURLToPath(new URL('./worker.js', import.meta.url));
/** By worker file and heap. */
const known = new Map();
/**
 * The threads of this process, kept between comparisons: a thread takes 0.3 s of processor time to start, and to end one
 * while V8 compiles for it aborts Node once in some hundreds of times.
 *
 * Idle threads do not hold the process: it ends when its own work is done.
 */
export function threadsOf(workerFile = defaultWorkerFile, heapMegabytes = heapLimitMegabytes) {
    const key = `${heapMegabytes} ${workerFile}`;
    const there = known.get(key);
    if (there !== undefined)
        return there;
    const pool = new Piscina({
        filename: workerFile,
        name: 'runCell',
        minThreads: 0,
        maxThreads: threadLimit,
        idleTimeout: Number.POSITIVE_INFINITY,
        concurrentTasksPerWorker: 1,
        // Waiting with Atomics would keep a thread from noticing that it is to end.
        atomics: 'disabled',
        resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
        // With require() the worker file would be loaded synchronously, and V8 ends the whole process when a thread is ended just
        // then (v8::Module::IsGraphAsync); without, it is imported.
        execArgv: ['--no-experimental-require-module'],
    });
    pool.on('error', () => {
        // A thread that dies between two runs is replaced; its run, if any, has been told already.
    });
    const threads = { pool, turns: new Turns(1), askedCount: 0 };
    known.set(key, threads);
    return threads;
}
