import type { Params, PolicyHost } from '../policy.js';
import { type LuaState } from './fengariApi.js';
import { type LuaMode, LuaRun } from './luaRun.js';
interface ProgramOptions {
    readonly fileName: string;
    readonly code: string;
    readonly mode: LuaMode;
    readonly params: Params;
    readonly host?: PolicyHost;
    readonly instructionLimit?: number | undefined;
}
/** A policy's file in a Lua state of its own, run as a coroutine that can be suspended. */
export declare class LuaProgram {
    #private;
    readonly run: LuaRun;
    readonly state: LuaState;
    /** Its values are on top of this thread's stack after `resume` says "done". */
    readonly thread: LuaState;
    /** @throws PolicyFault when the file does not parse */
    constructor({ fileName, code, mode, params, host, instructionLimit }: ProgramOptions);
    /**
     * Runs the thread until it ends, with full budgets; it may not wait, which `LuaRun` says at the line that tries to.
     *
     * @param argumentCount values on top of the thread's stack, above the function when it begins
     * @param timeSeconds virtual time; undefined while loading
     * @throws PolicyFault
     */
    resume(argumentCount: number, timeSeconds: number | undefined): void;
    /** After `resume` says "done": the thread's results are none, or nil. */
    get returnsNothing(): boolean;
}
export {};
