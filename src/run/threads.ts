import { fileURLToPath } from 'node:url';
import type { Piscina } from 'piscina';
import { Turns } from './turns.js';
import { defaultWorkerCount, threadLimit } from './workerCount.js';

/** Memory that JavaScript objects of one worker may take; a run with its policy needs a fraction of it. */
const heapLimitMegabytes = 512;

/** The worker threads of one worker file. */
export interface Threads {
  /** Made when the first task comes: few commands that could use threads do. */
  pool(): Promise<Piscina>;
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
export function askForThreads(threads: Threads, count: number): () => void {
  threads.askedCount += count;
  threads.turns.raise(Math.max(count, Math.min(defaultWorkerCount(), threads.askedCount)));
  return () => {
    threads.askedCount -= count;
  };
}

/** Where a run may take more than usual its objects may, too: an instance has as many bytes in them as in columns. */
export function heapMegabytesFor(memoryBytes = 0): number {
  return Math.max(heapLimitMegabytes, Math.ceil((2 * memoryBytes) / 1e6));
}

/** Beside the command, where it is built. */
export const defaultWorkerFile = fileURLToPath(new URL('./worker.js', import.meta.url));

/** By worker file and heap. */
const known = new Map<string, Threads>();

/**
 * The threads of this process, kept between comparisons: a thread takes 0.3 s of processor time to start, and to end one
 * while V8 compiles for it aborts Node once in some hundreds of times.
 *
 * Idle threads do not hold the process: it ends when its own work is done.
 */
export function threadsOf(workerFile: string = defaultWorkerFile, heapMegabytes = heapLimitMegabytes): Threads {
  const key = `${heapMegabytes} ${workerFile}`;
  const there = known.get(key);
  if (there !== undefined) return there;
  let made: Promise<Piscina> | undefined;
  const pool = () => {
    made ??= makePool(workerFile, heapMegabytes);
    return made;
  };
  const threads = { pool, turns: new Turns(1), askedCount: 0 };
  known.set(key, threads);
  return threads;
}

async function makePool(workerFile: string, heapMegabytes: number): Promise<Piscina> {
  const { Piscina } = await import('piscina');
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
  return pool;
}
