import { standardAllowance } from '../engine/limits/allowance.js';
import { cellText } from './cellText.js';
/** Wall time that one decision may take (docs/reliability.md, "Whose code runs where"). */
const decisionLimitMs = 5000;
/**
 * A policy in Lua that counts its instructions ends by its budget, at the same instruction on every machine, however slow
 * or busy: the clock takes hold of it only where it does not come to count, or here.
 */
const countedLimitMs = 60_000;
/** A module is in memory already when it is loaded; this ends an endless loop at its top level within 5 s in all. */
const moduleLoadLimitMs = 3500;
/** Of the heap, in one call of a policy: nothing else runs in the process meanwhile. */
const callShare = 0.75;
/** Node itself, in megabytes. */
const processMegabytes = 100;
/** Of a process that is there for one run at a time. */
export function memoryLimits(heapMegabytes, memoryBytes = standardAllowance.memoryBytes) {
    const heapBytes = heapMegabytes * 1e6;
    return { callBytes: callShare * heapBytes, allBytes: heapBytes + memoryBytes + processMegabytes * 1e6 };
}
/** Ends a run whose policy takes too long over one call, or too much memory. */
export class RunGuard {
    #watch;
    #label;
    #controller = new AbortController();
    #callCount = 0;
    #beatCount = 0;
    /** When the present call began, and when it last gave a sign of counting. */
    #beganMs = 0;
    #sinceMs = 0;
    failure;
    isCancelled = false;
    #limits;
    /** Of the process, when the present call began. */
    #bytesBefore = 0;
    constructor(watch, label, limits) {
        this.#watch = watch;
        this.#label = label;
        this.#limits = limits;
    }
    get signal() {
        return this.#controller.signal;
    }
    /** Nobody waits for the run any more. */
    cancel() {
        this.isCancelled = true;
        this.#controller.abort();
    }
    look(nowMs) {
        const { isInPolicy, callCount, virtualSeconds, beatCount, line } = this.#watch.read();
        const isNewCall = !isInPolicy || callCount !== this.#callCount;
        if (isNewCall)
            this.#beganMs = nowMs;
        if (isNewCall || beatCount !== this.#beatCount)
            this.#sinceMs = nowMs;
        this.#callCount = callCount;
        this.#beatCount = beatCount;
        if (this.#limits !== undefined)
            this.#lookAtMemory(isNewCall, this.#limits);
        const isLoad = virtualSeconds === 0;
        const isLua = this.#label.source.endsWith('.lua');
        const stillLimitMs = isLoad && !isLua ? moduleLoadLimitMs : decisionLimitMs;
        const isStill = nowMs - this.#sinceMs >= stillLimitMs;
        if ((!isStill && nowMs - this.#beganMs < countedLimitMs) || this.failure !== undefined)
            return;
        const what = isLoad ? 'loading it' : `one decision at virtual time ${virtualSeconds} s`;
        const place = line > 0 ? `${this.#label.source}:${line}` : this.#label.source;
        const limitMs = isStill ? stillLimitMs : countedLimitMs;
        const message = `${place}: ${what} used up its time budget: the time limit is ${limitMs / 1000} s. Look for a loop that does not end.`;
        this.failure = { kind: 'time-limit', message, time_s: isLoad ? null : virtualSeconds };
        this.#controller.abort();
    }
    #lookAtMemory(isNewCall, { callBytes, allBytes }) {
        const bytes = process.memoryUsage.rss();
        if (isNewCall)
            this.#bytesBefore = bytes;
        const isCallsOwn = bytes - this.#bytesBefore > callBytes;
        if ((!isCallsOwn && bytes <= allBytes) || this.failure !== undefined)
            return;
        const limit = isCallsOwn ? `one call may take ${megabytes(callBytes)}` : `a run may take ${megabytes(allBytes)}`;
        const time_s = this.#watch.read().virtualSeconds;
        const message = `${this.#label.source}: out of memory at virtual time ${time_s} s: the memory limit is exceeded, ${limit}. Look for a list that grows (${cellText(this.#label)}).`;
        this.failure = { kind: 'memory', message, time_s };
        this.#controller.abort();
    }
}
function megabytes(bytes) {
    return `${Math.round(bytes / 1e6)} MB`;
}
