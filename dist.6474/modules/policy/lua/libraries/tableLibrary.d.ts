import { type LuaState } from '../fengariApi.js';
import type { LuaRun } from '../luaRun.js';
/**
 * Gives `table` (on top of the stack) functions that charge for every element as they go: how many there are may come
 * from a `__len` of the policy's own.
 *
 * The same as ltablib.c of Lua 5.3, whose messages they give; `pack` stays fengari's.
 */
export declare function guardTables(L: LuaState, run: LuaRun): void;
