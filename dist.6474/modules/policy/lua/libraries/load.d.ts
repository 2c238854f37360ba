import { type LuaFunction } from '../fengariApi.js';
import type { LuaRun } from '../luaRun.js';
/** `load` for texts only, as luaB_load of Lua 5.3: fengari does not check bytecode. */
export declare function load(run: LuaRun): LuaFunction;
