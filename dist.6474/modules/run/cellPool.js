import { runApart } from './apart.js';
import { lostRun } from './lostRun.js';
import { memoryLimits, RunGuard } from './runGuard.js';
import { askForThreads, defaultWorkerFile, heapMegabytesFor, threadsOf } from './threads.js';
import { Turns } from './turns.js';
import { Watch } from './watch.js';
const lookIntervalMs = 100;
/** In a process of its own the memory is looked at, too, which fills in less time. */
const memoryIntervalMs = 40;
/**
 * The runs of one comparison on the threads of the process, guarded: whatever a policy does to its thread, the others go on.
 *
 * An endless loop is ended by ending its thread; a thread that leaves, or runs out of memory, fails its run only. A policy of
 * JavaScript has a process around its thread (`runApart`).
 */
export class CellPool {
    #threads;
    #heapMegabytes;
    #turns;
    #giveBack;
    #guards = new Set();
    #workerFile;
    #memoryBytes;
    #isApart;
    #timer;
    constructor({ workerCount, workerFile, memoryBytes, isApart = false }) {
        this.#workerFile = workerFile ?? defaultWorkerFile;
        this.#memoryBytes = memoryBytes;
        this.#isApart = isApart;
        this.#heapMegabytes = heapMegabytesFor(memoryBytes);
        this.#threads = threadsOf(workerFile, this.#heapMegabytes);
        this.#giveBack = askForThreads(this.#threads, workerCount);
        this.#turns = new Turns(workerCount);
    }
    /** Begins a run as soon as a worker is free; never rejects. `signal` cancels it, running or not. */
    run(task, label, signal) {
        const watch = new Watch();
        const options = { memoryBytes: this.#memoryBytes, workerFile: this.#workerFile, label };
        const apart = this.#isApart || !Object.values(task.bindings).some(isJavaScript)
            ? undefined
            : { ...options, type: 'runCell', task };
        const inThread = { ...task, watch: watch.buffer };
        const outcome = this.#guarded({ name: 'runCell', inThread, apart }, { watch, label, signal });
        return { label, virtualSeconds: () => watch.read().virtualSeconds, outcome };
    }
    /** Decides on recorded observations; never rejects. */
    decide(task, label, signal) {
        const watch = new Watch();
        const options = { memoryBytes: this.#memoryBytes, workerFile: this.#workerFile, label };
        const apart = this.#isApart || !isJavaScript(task.spec) ? undefined : { ...options, type: 'decide', task };
        const inThread = { ...task, watch: watch.buffer };
        return this.#guarded({ name: 'decide', inThread, apart }, { watch, label, signal });
    }
    #guarded({ name, inThread, apart }, { watch, label, signal }) {
        const guard = new RunGuard(watch, label, this.#isApart ? memoryLimits(this.#heapMegabytes, this.#memoryBytes) : undefined);
        this.#guards.add(guard);
        this.#timer ??= setInterval(() => this.#look(), this.#isApart ? memoryIntervalMs : lookIntervalMs);
        const { pool, turns } = this.#threads;
        const either = AbortSignal.any([signal, guard.signal]);
        const onProgress = (virtualSeconds) => watch.progress(virtualSeconds);
        const begin = () => apart === undefined
            ? pool.run(inThread, { name, signal: either })
            : runApart(apart, { signal: either, onProgress });
        const work = this.#turns.take(() => turns.take(begin));
        return work
            .catch((reason) => {
            if (guard.failure !== undefined)
                return { type: 'failed', failure: guard.failure };
            if (signal.aborted || guard.isCancelled)
                return { type: 'cancelled' };
            return lostRun(reason, { label, reading: watch.read(), heapMegabytes: this.#heapMegabytes });
        })
            .finally(() => {
            this.#guards.delete(guard);
        });
    }
    /** Ends what still runs and the looking after it; the threads stay for the next comparison. */
    close() {
        clearInterval(this.#timer);
        this.#giveBack();
        for (const guard of this.#guards)
            guard.cancel();
    }
    #look() {
        const nowMs = performance.now();
        for (const guard of this.#guards)
            guard.look(nowMs);
    }
}
function isJavaScript(spec) {
    return spec.kind === 'typescript' && spec.loadFault === undefined;
}
