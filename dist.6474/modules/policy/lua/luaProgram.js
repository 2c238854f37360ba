import { createState } from './createState.js';
import { fengari } from './fengariApi.js';
import { Guard } from './guard.js';
import { LuaRun } from './luaRun.js';
import { luaText } from './luaText.js';
import { takeThreadError } from './threads/threadError.js';
const { lua, lauxlib } = fengari;
/** A policy's file in a Lua state of its own, run as a coroutine that can be suspended. */
export class LuaProgram {
    run;
    state;
    /** Its values are on top of this thread's stack after `resume` says "done". */
    thread;
    /** @throws PolicyFault when the file does not parse */
    constructor({ fileName, code, mode, params, host, instructionLimit }) {
        this.run = new LuaRun(new Guard(fileName, instructionLimit), mode, params, host);
        this.state = createState(this.run, code);
        this.thread = lua.lua_newthread(this.state);
        this.run.guard.mainThread = this.thread;
        const source = luaText.bytes(code.replace(/^\uFEFF?(#[^\n]*)?/, ''));
        this.run.guard.begin(undefined);
        const status = lauxlib.luaL_loadbufferx(this.thread, source, source.length, luaText.bytes(`@${fileName}`), luaText.key('t'));
        this.run.guard.throwIfEnded();
        if (status !== lua.LUA_OK)
            throw this.#errorFault('load');
        this.run.guard.source = sourceOf(lua.lua_topointer(this.thread, -1));
    }
    /**
     * Runs the thread until it ends, with full budgets; it may not wait, which `LuaRun` says at the line that tries to.
     *
     * @param argumentCount values on top of the thread's stack, above the function when it begins
     * @param timeSeconds virtual time; undefined while loading
     * @throws PolicyFault
     */
    resume(argumentCount, timeSeconds) {
        const { guard } = this.run;
        guard.begin(timeSeconds);
        const status = this.#resumeThread(argumentCount);
        guard.throwIfEnded();
        if (status === lua.LUA_OK)
            return;
        if (status !== lua.LUA_YIELD)
            throw this.#errorFault(timeSeconds === undefined ? 'load' : 'runtime');
        throw this.run.threads.yieldFault(this.thread);
    }
    /** After `resume` says "done": the thread's results are none, or nil. */
    get returnsNothing() {
        return lua.lua_isnoneornil(this.thread, 1);
    }
    #resumeThread(argumentCount) {
        try {
            return lua.lua_resume(this.thread, null, argumentCount);
        }
        catch (thrown) {
            // fengari asserts that nothing but Lua errors follow a recovery; the guard's end of a policy does.
            throw this.run.guard.fault ?? thrown;
        }
    }
    /** The fault for the error object on top of the thread's stack. */
    #errorFault(kind) {
        const { guard } = this.run;
        const fault = guard.makeFault(kind, takeThreadError(this.thread, guard.fileName));
        guard.end(fault);
        return fault;
    }
}
/** The name of its file as fengari keeps it with a function. */
function sourceOf(closure) {
    // safe: a function that was just parsed; fengari.d.ts does not say what it is made of.
    const { p } = closure;
    return p.source;
}
