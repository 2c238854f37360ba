import { type LuaState } from './fengariApi.js';
import type { LuaRun } from './luaRun.js';
/**
 * A new Lua state with only what a policy may use, every part of it watched by `run.guard`.
 *
 * `code` is the policy's text: the globals of a host that it never names are not made. One state per run: what a policy does to its globals or to the string metatable ends with it. About 1 ms.
 */
export declare function createState(run: LuaRun, code: string): LuaState;
