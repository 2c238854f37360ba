import { PolicyFault } from '../policy.js';
import type { LuaState } from './fengariApi.js';
/**
 * Watches one Lua state: instructions, memory, output, API calls; the one place that ends a policy which goes too far.
 *
 * Ending: `kill` notes the fault and throws it as a JavaScript error. fengari's coroutines do not recover from such
 * errors, and the wrapped pcall, xpcall and resume throw it again, so no Lua code can catch it (`libraries/`).
 */
export declare class Guard {
    #private;
    /** Set once; the state must not be run again. */
    fault: Error | undefined;
    /** The name of the policy's file as fengari keeps it with each of its functions, once it is parsed. */
    source: object | null;
    /** Told when arithmetic on integers passes 2^53, where the policy's host would round. */
    onWideInteger: ((L: LuaState) => void) | undefined;
    /** The thread that runs the policy's file. */
    mainThread: LuaState | undefined;
    /** Seconds; undefined while loading. */
    timeSeconds: number | undefined;
    readonly fileName: string;
    constructor(fileName: string, limit?: number);
    /** A new decision: its budgets are full again. */
    begin(timeSeconds: number | undefined): void;
    /** Instructions since the last `begin`. */
    get instructionCount(): number;
    /** Notes work worth `count` instructions: by the count hook, and by library functions that loop outside of Lua. */
    charge(L: LuaState, count: number): void;
    /** The same where no thread is at hand: what is small waits for the next charge, at most a thousand instructions later. */
    owe(count: number): void;
    /** A string is being made. */
    string(L: LuaState, lengthBytes: number): void;
    /** Ends the policy when a string of this length must not exist. */
    checkLength(L: LuaState, lengthBytes: number): void;
    table(L: LuaState): void;
    output(L: LuaState, lengthBytes: number): void;
    /** A clock was read. */
    noteClockRead(): void;
    /** A call to the simulated API inside a decision. */
    call(L: LuaState): void;
    /** A stable number for a table or function, in the order they are first shown: addresses differ between runs. */
    ordinalOf(object: object): number;
    /** Ends the policy at the line it is in. */
    kill(L: LuaState, kind: string, what: string, hint: string): never;
    /** Notes the first fault and returns it, to be thrown. */
    end(fault: Error): Error;
    /** To be called wherever fengari may have caught the error that ended the policy. */
    throwIfEnded(): void;
    /** A fault at the present virtual time. */
    makeFault(kind: string, message: string): PolicyFault;
    /** Bytes of what is alive, by our estimate. */
    liveBytes(L: LuaState): number;
}
