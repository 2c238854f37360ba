import type { Failure } from '../results/results.js';
import type { RunResult } from '../results/runResult.js';
import type { CellOutcome, CellTask, DecideResult, DecideTask, Ended } from './cellTask.js';
import { limitKinds } from './limits/runEnd.js';
import { askForThreads, heapMegabytesFor, type Threads, threadsOf } from './threads.js';
import { Turns } from './turns.js';
import { Watch, type WatchReading } from './watch.js';

/** CONTRACT section 2: one decision may take 5 s of wall time. */
const decisionLimitMs = 5000;
/**
 * A policy in Lua that counts its instructions ends by its budget, at the same instruction on every machine, however slow
 * or busy: the clock takes hold of it only where it does not come to count, or here.
 */
const countedLimitMs = 60_000;
/** A module is in memory already when it is loaded; this ends an endless loop at its top level within 5 s in all. */
const moduleLoadLimitMs = 3500;
const lookIntervalMs = 100;

export interface CellPoolOptions {
  readonly workerCount: number;
  /** dist/cli/worker.js; tests that run the sources name it. */
  readonly workerFile?: string;
  /** How much a run may take; the standard when left out. */
  readonly memoryBytes?: number | undefined;
}

/** A run waiting, running or ended, for those who show progress. */
export interface RunningCell {
  readonly label: CellLabel;
  /** Virtual time reached, seconds. */
  virtualSeconds(): number;
  readonly outcome: Promise<CellOutcome>;
}

/** Who runs, for messages. */
export interface CellLabel {
  readonly scenario: string;
  readonly policy: string;
  /** File of the policy, without folder. */
  readonly source: string;
  readonly seed: number;
  readonly replication: number;
}

/**
 * The runs of one comparison on the threads of the process, guarded: whatever a policy does to its thread, the others go on.
 *
 * An endless loop is ended by ending its thread; a thread that leaves, or runs out of memory, fails its run only.
 */
export class CellPool {
  readonly #threads: Threads;
  readonly #heapMegabytes: number;
  readonly #turns: Turns;
  readonly #giveBack: () => void;
  readonly #guards = new Set<Guard>();
  #timer: NodeJS.Timeout | undefined;

  constructor({ workerCount, workerFile, memoryBytes }: CellPoolOptions) {
    this.#heapMegabytes = heapMegabytesFor(memoryBytes);
    this.#threads = threadsOf(workerFile, this.#heapMegabytes);
    this.#giveBack = askForThreads(this.#threads, workerCount);
    this.#turns = new Turns(workerCount);
  }

  /** Begins a run as soon as a worker is free; never rejects. `signal` cancels it, running or not. */
  run(task: Omit<CellTask, 'watch'>, label: CellLabel, signal: AbortSignal): RunningCell {
    const watch = new Watch();
    const outcome = this.#guarded<RunResult>('runCell', { ...task, watch: watch.buffer }, { watch, label, signal });
    return { label, virtualSeconds: () => watch.read().virtualSeconds, outcome };
  }

  /** Decides on recorded observations; never rejects. */
  decide(task: Omit<DecideTask, 'watch'>, label: CellLabel, signal: AbortSignal): Promise<Ended<DecideResult>> {
    const watch = new Watch();
    return this.#guarded('decide', { ...task, watch: watch.buffer }, { watch, label, signal });
  }

  #guarded<Result>(
    name: 'runCell' | 'decide',
    task: CellTask | DecideTask,
    { watch, label, signal }: { readonly watch: Watch; readonly label: CellLabel; readonly signal: AbortSignal },
  ): Promise<Ended<Result>> {
    const guard = new Guard(watch, label);
    this.#guards.add(guard);
    this.#timer ??= setInterval(() => this.#look(), lookIntervalMs);
    const { pool, turns } = this.#threads;
    const options = { name, signal: AbortSignal.any([signal, guard.signal]) };
    const work: Promise<Ended<Result>> = this.#turns.take(() => turns.take(() => pool.run(task, options)));
    return work
      .catch((reason: unknown): Ended<Result> => {
        if (guard.failure !== undefined) return { type: 'failed', failure: guard.failure };
        if (signal.aborted || guard.isCancelled) return { type: 'cancelled' };
        return lostThread(reason, { label, reading: watch.read(), heapMegabytes: this.#heapMegabytes });
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

/** Ends a run whose policy takes too long over one call. */
class Guard {
  readonly #watch: Watch;
  readonly #label: CellLabel;
  readonly #controller = new AbortController();
  #callCount = 0;
  #beatCount = 0;
  /** When the present call began, and when it last gave a sign of counting. */
  #beganMs = 0;
  #sinceMs = 0;
  failure: Failure | undefined;
  isCancelled = false;

  constructor(watch: Watch, label: CellLabel) {
    this.#watch = watch;
    this.#label = label;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Nobody waits for the run any more. */
  cancel(): void {
    this.isCancelled = true;
    this.#controller.abort();
  }

  look(nowMs: number): void {
    const { isInPolicy, callCount, virtualSeconds, beatCount, line } = this.#watch.read();
    const isNewCall = !isInPolicy || callCount !== this.#callCount;
    if (isNewCall) this.#beganMs = nowMs;
    if (isNewCall || beatCount !== this.#beatCount) this.#sinceMs = nowMs;
    this.#callCount = callCount;
    this.#beatCount = beatCount;
    const isLoad = virtualSeconds === 0;
    const isLua = this.#label.source.endsWith('.lua');
    const stillLimitMs = isLoad && !isLua ? moduleLoadLimitMs : decisionLimitMs;
    const isStill = nowMs - this.#sinceMs >= stillLimitMs;
    if ((!isStill && nowMs - this.#beganMs < countedLimitMs) || this.failure !== undefined) return;
    const what = isLoad ? 'loading it' : `one decision at virtual time ${virtualSeconds} s`;
    const place = line > 0 ? `${this.#label.source}:${line}` : this.#label.source;
    const limitMs = isStill ? stillLimitMs : countedLimitMs;
    const message = `${place}: ${what} used up its time budget: the time limit is ${limitMs / 1000} s. Look for a loop that does not end.`;
    this.failure = { kind: 'time-limit', message, time_s: isLoad ? null : virtualSeconds };
    this.#controller.abort();
  }
}

interface LostRun {
  readonly label: CellLabel;
  readonly reading: WatchReading;
  readonly heapMegabytes: number;
}

/**
 * What to say of a run whose thread ended without an answer.
 *
 * What a policy throws comes back as an outcome; only leaving the thread, or using up its memory, ends it.
 */
function lostThread(
  reason: unknown,
  { label, reading, heapMegabytes }: LostRun,
): Exclude<CellOutcome, { readonly type: 'done' }> {
  const error = reason instanceof Error ? reason : new Error(String(reason));
  const { source, policy, scenario, seed, replication } = label;
  const cell = `policy ${policy}, scenario ${scenario}, seed ${seed}, replication ${replication}`;
  const time_s = reading.virtualSeconds;
  const place = `at virtual time ${time_s} s`;
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    // What a run itself keeps is counted and ends it before: what is left is what the code of a policy holds.
    const isPolicys = /\.(lua|[cm]?[jt]s)(;|$)/.test(source);
    const what = isPolicys ? `${source}: out of memory` : 'the run used up the memory of its thread';
    const kind = isPolicys ? 'memory' : limitKinds.run;
    const message = `${what} ${place}: the memory limit of a run is ${heapMegabytes} MB (${cell}).`;
    return { type: 'failed', failure: { kind, message, time_s } };
  }
  const exit = /exited with code: (-?\d+)/.exec(error.message)?.[1];
  if (exit === undefined) return { type: 'bug', message: `${error.message} (${cell})`, stack: error.stack ?? '' };
  const message = `${source}: the policy ended its worker: exit with code ${exit} ${place} (${cell}).`;
  return { type: 'failed', failure: { kind: 'crash', message, time_s } };
}
