import type { RunResult } from '../results/runResult.js';
import { type ProcessTask, runApart } from './apart.js';
import type { CellLabel, CellOutcome, CellTask, DecideResult, DecideTask, Ended } from './cellTask.js';
import { lostRun } from './lostRun.js';
import { needsProcess } from './needsProcess.js';
import { memoryLimits, RunGuard } from './runGuard.js';
import { askForThreads, defaultWorkerFile, heapMegabytesFor, type Threads, threadsOf } from './threads.js';
import { Turns } from './turns.js';
import { Watch } from './watch.js';

const lookIntervalMs = 100;
/** In a process of its own the memory is looked at, too, which fills in less time. */
const memoryIntervalMs = 40;

export interface CellPoolOptions {
  readonly workerCount: number;
  /** dist/cli/worker.js; tests that run the sources name it. */
  readonly workerFile?: string;
  /** How much a run may take; the standard when left out. */
  readonly memoryBytes?: number | undefined;
  /** The process is there for nothing but this pool: its memory is that of the run. */
  readonly isApart?: boolean;
  /** Runs that need no process get one, too: beside runs that do, V8 compiles what both run once, not twice. */
  readonly isTogether?: boolean;
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
export class CellPool {
  readonly #threads: Threads;
  readonly #heapMegabytes: number;
  readonly #turns: Turns;
  readonly #giveBack: () => void;
  readonly #guards = new Set<RunGuard>();
  readonly #workerFile: string;
  readonly #memoryBytes: number | undefined;
  readonly #isApart: boolean;
  readonly #isTogether: boolean;
  #timer: NodeJS.Timeout | undefined;

  constructor({ workerCount, workerFile, memoryBytes, isApart = false, isTogether = false }: CellPoolOptions) {
    this.#workerFile = workerFile ?? defaultWorkerFile;
    this.#memoryBytes = memoryBytes;
    this.#isApart = isApart;
    this.#isTogether = isTogether;
    this.#heapMegabytes = heapMegabytesFor(memoryBytes);
    this.#threads = threadsOf(workerFile, this.#heapMegabytes);
    this.#giveBack = askForThreads(this.#threads, workerCount);
    this.#turns = new Turns(workerCount);
  }

  /** Begins a run as soon as a worker is free; never rejects. `signal` cancels it, running or not. */
  run(task: Omit<CellTask, 'watch'>, label: CellLabel, signal: AbortSignal): RunningCell {
    const watch = new Watch();
    const options = { memoryBytes: this.#memoryBytes, workerFile: this.#workerFile, label };
    const hasProcess = !this.#isApart && (this.#isTogether || needsProcess(task.bindings));
    const apart = hasProcess ? ({ ...options, type: 'runCell', task } as const) : undefined;
    const inThread = { ...task, watch: watch.buffer };
    const outcome = this.#guarded<RunResult>({ name: 'runCell', inThread, apart }, { watch, label, signal });
    return { label, virtualSeconds: () => watch.read().virtualSeconds, outcome };
  }

  /** Decides on recorded observations; never rejects. */
  decide(task: Omit<DecideTask, 'watch'>, label: CellLabel, signal: AbortSignal): Promise<Ended<DecideResult>> {
    const watch = new Watch();
    const options = { memoryBytes: this.#memoryBytes, workerFile: this.#workerFile, label };
    const hasProcess = !this.#isApart && needsProcess({ '*': task.spec });
    const apart = hasProcess ? ({ ...options, type: 'decide', task } as const) : undefined;
    const inThread = { ...task, watch: watch.buffer };
    return this.#guarded({ name: 'decide', inThread, apart }, { watch, label, signal });
  }

  #guarded<Result>(
    { name, inThread, apart }: PoolTask,
    { watch, label, signal }: { readonly watch: Watch; readonly label: CellLabel; readonly signal: AbortSignal },
  ): Promise<Ended<Result>> {
    const guard = new RunGuard(
      watch,
      label,
      this.#isApart ? memoryLimits(this.#heapMegabytes, this.#memoryBytes) : undefined,
    );
    this.#guards.add(guard);
    this.#timer ??= setInterval(() => this.#look(), this.#isApart ? memoryIntervalMs : lookIntervalMs);
    const { pool, turns } = this.#threads;
    const either = AbortSignal.any([signal, guard.signal]);
    const onProgress = (virtualSeconds: number) => watch.progress(virtualSeconds);
    const begin = async (): Promise<Ended<Result>> =>
      apart === undefined
        ? (await pool()).run(inThread, { name, signal: either })
        : runApart<Result>(apart, { signal: either, onProgress });
    const work = this.#turns.take(() => turns.take(begin));
    return work
      .catch((reason: unknown): Ended<Result> => {
        if (guard.failure !== undefined) return { type: 'failed', failure: guard.failure };
        if (signal.aborted || guard.isCancelled) return { type: 'cancelled' };
        return lostRun(reason, { label, reading: watch.read(), heapMegabytes: this.#heapMegabytes });
      })
      .finally(() => {
        this.#guards.delete(guard);
      });
  }

  /** Ends what still runs and the looking after it; the threads stay for the next comparison. */
  close(): void {
    clearInterval(this.#timer);
    this.#giveBack();
    for (const guard of this.#guards) guard.cancel();
  }

  #look(): void {
    const nowMs = performance.now();
    for (const guard of this.#guards) guard.look(nowMs);
  }
}

/** A task as a thread gets it, and as a process does where the policy is JavaScript. */
interface PoolTask {
  readonly name: 'runCell' | 'decide';
  readonly inThread: CellTask | DecideTask;
  readonly apart: ProcessTask | undefined;
}
