import type { Params, PolicyFault, PolicyHost } from '../policy.js';
import { createState } from './createState.js';
import { fengari, type LuaState } from './fengariApi.js';
import { Guard } from './guard.js';
import { type LuaMode, LuaRun, waitToken } from './luaRun.js';
import { luaText } from './luaText.js';
import { readLuaValue } from './luaValue.js';
import { policyLine } from './policyLine.js';

const { lua, lauxlib } = fengari;

interface ProgramOptions {
  readonly fileName: string;
  readonly code: string;
  readonly mode: LuaMode;
  readonly params: Params;
  readonly host?: PolicyHost;
  readonly instructionLimit?: number | undefined;
}

/** A policy's file in a Lua state of its own, run as a coroutine that can be suspended. */
export class LuaProgram {
  readonly run: LuaRun;
  readonly state: LuaState;
  /** Its values are on top of this thread's stack after `resume` says "done". */
  readonly thread: LuaState;

  /** @throws PolicyFault when the file does not parse */
  constructor({ fileName, code, mode, params, host, instructionLimit }: ProgramOptions) {
    this.run = new LuaRun(new Guard(fileName, instructionLimit), mode, params, host);
    this.state = createState(this.run);
    this.thread = lua.lua_newthread(this.state);
    const source = luaText.bytes(code.replace(/^\uFEFF?(#[^\n]*)?/, ''));
    this.run.guard.begin(undefined);
    const status = lauxlib.luaL_loadbufferx(
      this.thread,
      source,
      source.length,
      luaText.bytes(`@${fileName}`),
      luaText.key('t'),
    );
    this.run.guard.throwIfEnded();
    if (status !== lua.LUA_OK) throw this.#errorFault('load');
  }

  /**
   * Runs the thread until it ends or waits, with full budgets.
   *
   * @param argumentCount values on top of the thread's stack, above the function when it begins
   * @param timeSeconds virtual time; undefined while loading
   * @throws PolicyFault
   */
  resume(argumentCount: number, timeSeconds: number | undefined): 'done' | 'wait' {
    const { guard } = this.run;
    guard.begin(timeSeconds);
    const status = this.#resumeThread(argumentCount);
    guard.throwIfEnded();
    if (status === lua.LUA_OK) return 'done';
    if (status !== lua.LUA_YIELD) throw this.#errorFault(timeSeconds === undefined ? 'load' : 'runtime');
    if (lua.lua_touserdata(this.thread, -1) !== waitToken) {
      const place = policyLine(this.thread, guard.fileName) ?? guard.fileName;
      throw guard.makeFault('runtime', `${place}: coroutine.yield outside of a coroutine of its own. To wait, sleep.`);
    }
    lua.lua_pop(this.thread, 1);
    return 'wait';
  }

  /** After `resume` says "done": the thread's results are none, or nil. */
  get returnsNothing(): boolean {
    return lua.lua_isnoneornil(this.thread, 1);
  }

  #resumeThread(argumentCount: number): number {
    try {
      return lua.lua_resume(this.thread, null, argumentCount);
    } catch (thrown) {
      // fengari asserts that nothing but Lua errors follow a recovery; the guard's end of a policy does.
      throw this.run.guard.fault ?? thrown;
    }
  }

  /** The fault for the error object on top of the thread's stack. */
  #errorFault(kind: string): PolicyFault {
    const { guard } = this.run;
    const text = this.#errorText();
    const isPlaced = text.startsWith(`${guard.fileName}:`);
    const place = isPlaced ? '' : `${policyLine(this.thread, guard.fileName) ?? guard.fileName}: `;
    const fault = guard.makeFault(kind, `${place}${text.slice(0, 1_000)}`);
    guard.end(fault);
    return fault;
  }

  #errorText(): string {
    const { thread, state } = this;
    // The failed thread's stack may be full; the main thread's is not in use.
    lua.lua_xmove(thread, state, 1);
    const type = lua.lua_type(state, -1);
    const shown = readLuaValue(state, -1);
    if (type === lua.LUA_TSTRING || type === lua.LUA_TNUMBER) return String(shown);
    const kind = luaText.read(lua.lua_typename(state, type));
    if (type !== lua.LUA_TTABLE) return `the error raised is a ${kind} value, not a text`;
    // Its __tostring is the policy's code: it may fail or run for ever, so it is called protected and on a budget.
    lua.lua_pushcfunction(state, (L) => (lauxlib.luaL_callmeta(L, 1, luaText.key('__tostring')) ? 1 : 0));
    lua.lua_insert(state, -2);
    const status = lua.lua_pcall(state, 1, 1, 0);
    const hasText = status === lua.LUA_OK && lua.lua_type(state, -1) === lua.LUA_TSTRING;
    return hasText
      ? String(readLuaValue(state, -1))
      : `the error raised is a table, not a text: ${JSON.stringify(shown)}`;
  }
}
