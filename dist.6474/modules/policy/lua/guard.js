import { PolicyFault } from '../policy.js';
import { beginsWork } from './interpreter/owe.js';
import { measureLiveBytes } from './liveMemory.js';
import { policyLine, policyLineNumber } from './policyLine.js';
import { beat } from './pulse.js';
/** What one decision may take: far more than any that works, little enough to end soon (docs/lua.md, "Limits"). */
const instructionLimit = 100_000_000;
const memoryLimitBytes = 256 * 2 ** 20;
/** One string; doubling one dies within milliseconds. */
const stringLimitBytes = 2 ** 20;
/** What one decision may print. */
const outputLimitBytes = 100_000;
/** Calls to the simulated API in one decision of a decide-style policy. */
const callLimitCount = 1_000;
/** Bytes made between two looks at what is alive: the look costs some milliseconds, and 64 MB is a quarter of the limit. */
const lookAfterBytes = 64 * 2 ** 20;
/** A table without fields, measured on Node 20. */
const tableBytes = 90;
/** A field costs 140 bytes and at least four instructions. */
const bytesPerInstruction = 50;
/** Making a table or a string takes as long as this many instructions; so does copying some bytes of one. */
const newObjectInstructions = 5;
const copiedBytesPerInstruction = 16;
/** A look at what is alive: about 0.3 s for 256 MB of small objects. */
const lookedAtBytesPerInstruction = 32;
/** Between two signs of life, so that whoever watches the thread knows the line it is in. */
const instructionsPerBeat = 1_000;
/** Reads of a clock in one decision from which on a loop that used up its budget was waiting for time to pass. */
const waitingReadCount = 1_000;
/**
 * Watches one Lua state: instructions, memory, output, API calls; the one place that ends a policy which goes too far.
 *
 * Ending: `kill` notes the fault and throws it as a JavaScript error. fengari's coroutines do not recover from such
 * errors, and the wrapped pcall, xpcall and resume throw it again, so no Lua code can catch it (`libraries/`).
 */
export class Guard {
    /** Set once; the state must not be run again. */
    fault;
    /** The name of the policy's file as fengari keeps it with each of its functions, once it is parsed. */
    source = null;
    /** Told when arithmetic on integers passes 2^53, where the policy's host would round. */
    onWideInteger;
    /** The thread that runs the policy's file. */
    mainThread;
    /** Seconds; undefined while loading. */
    timeSeconds;
    fileName;
    #instructionLimit;
    #instructionCount = 0;
    #untilBeat = 0;
    #thread;
    #outputBytes = 0;
    #callCount = 0;
    #madeBytes = 0;
    #clockReadCount = 0;
    #ordinals = new WeakMap();
    #ordinalLast = 0;
    constructor(fileName, limit = instructionLimit) {
        this.#instructionLimit = limit;
        this.fileName = fileName;
    }
    /** A new decision: its budgets are full again. */
    begin(timeSeconds) {
        beginsWork(this);
        this.#thread = this.mainThread;
        this.timeSeconds = timeSeconds;
        this.#instructionCount = 0;
        this.#outputBytes = 0;
        this.#callCount = 0;
        this.#clockReadCount = 0;
    }
    /** Instructions since the last `begin`. */
    get instructionCount() {
        return this.#instructionCount;
    }
    /** Notes work worth `count` instructions: by the count hook, and by library functions that loop outside of Lua. */
    charge(L, count) {
        if (this.fault !== undefined)
            throw this.fault;
        this.#thread = L;
        this.#instructionCount += count;
        if (this.#instructionCount > this.#instructionLimit)
            this.#endByBudget(L);
        this.#untilBeat -= count;
        if (this.#untilBeat <= 0) {
            this.#untilBeat = instructionsPerBeat;
            beat(policyLineNumber(L));
        }
        this.#made(L, count * bytesPerInstruction);
    }
    /** The same where no thread is at hand: what is small waits for the next charge, at most a thousand instructions later. */
    owe(count) {
        this.#instructionCount += count;
        if (count < instructionsPerBeat || this.#instructionCount <= this.#instructionLimit)
            return;
        // The thread that was charged last: its line is the one at work, or the one that resumed it.
        if (this.#thread !== undefined)
            this.#endByBudget(this.#thread);
    }
    /** A string is being made. */
    string(L, lengthBytes) {
        this.checkLength(L, lengthBytes);
        this.#instructionCount += newObjectInstructions + lengthBytes / copiedBytesPerInstruction;
        this.#made(L, 100 + lengthBytes);
    }
    /** Ends the policy when a string of this length must not exist. */
    checkLength(L, lengthBytes) {
        if (lengthBytes <= stringLimitBytes)
            return;
        this.kill(L, 'memory', 'a string of more than 1 MiB passes the memory limit for strings', 'Keep numbers, not texts.');
    }
    table(L) {
        this.#instructionCount += newObjectInstructions;
        this.#made(L, tableBytes);
    }
    output(L, lengthBytes) {
        this.#outputBytes += lengthBytes;
        if (this.#outputBytes <= outputLimitBytes)
            return;
        this.kill(L, 'budget', 'the output limit of 100 kB in one decision is used up', 'Print less, or print only what changed.');
    }
    /** A clock was read. */
    noteClockRead() {
        this.#clockReadCount++;
    }
    /** A call to the simulated API inside a decision. */
    call(L) {
        this.#callCount++;
        if (this.#callCount <= callLimitCount)
            return;
        this.kill(L, 'budget', 'the API call limit of 1,000 calls in one decision is used up', 'Ask once for the count you want.');
    }
    /** A stable number for a table or function, in the order they are first shown: addresses differ between runs. */
    ordinalOf(object) {
        let ordinal = this.#ordinals.get(object);
        if (ordinal === undefined) {
            ordinal = ++this.#ordinalLast;
            this.#ordinals.set(object, ordinal);
        }
        return ordinal;
    }
    /** Ends the policy at the line it is in. */
    kill(L, kind, what, hint) {
        const place = policyLine(L, this.fileName) ?? this.fileName;
        throw this.end(this.makeFault(kind, `${place}: ${what}. ${hint}`));
    }
    /** Notes the first fault and returns it, to be thrown. */
    end(fault) {
        this.fault ??= fault;
        return this.fault;
    }
    /** To be called wherever fengari may have caught the error that ended the policy. */
    throwIfEnded() {
        if (this.fault !== undefined)
            throw this.fault;
    }
    /** A fault at the present virtual time. */
    makeFault(kind, message) {
        const when = this.timeSeconds === undefined ? '' : ` (virtual time ${this.timeSeconds} s)`;
        return new PolicyFault(`${message}${when}`, { kind, timeSeconds: this.timeSeconds });
    }
    /** Bytes of what is alive, by our estimate. */
    liveBytes(L) {
        const bytes = measureLiveBytes(L.l_G, tableBytes);
        this.#instructionCount += bytes / lookedAtBytesPerInstruction;
        return bytes;
    }
    #endByBudget(L) {
        const what = `the instruction budget of one decision (${this.#instructionLimit / 1e6} million) is used up`;
        const hint = this.#clockReadCount >= waitingReadCount
            ? 'Virtual time stands still while a policy computes, so a loop on os.clock() or os.time() never ends. ' +
                'A script waits with os.execute("sleep N") or dryscale.sleep(N); a decide returns, and is asked again.'
            : 'Look for a loop that never ends or never sleeps.';
        return this.kill(L, 'budget', what, hint);
    }
    #made(L, bytes) {
        this.#madeBytes += bytes;
        if (this.#madeBytes < lookAfterBytes)
            return;
        this.#madeBytes = 0;
        if (this.liveBytes(L) <= memoryLimitBytes)
            return;
        this.kill(L, 'memory', 'the policy holds more than the memory limit of 256 MB', 'Drop old entries from the tables that grow.');
    }
}
