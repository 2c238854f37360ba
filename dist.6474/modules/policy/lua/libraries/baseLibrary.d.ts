import { type LuaState } from '../fengariApi.js';
import type { LuaRun } from '../luaRun.js';
/** Guards the global functions; expects the table of globals on top of the stack. */
export declare function guardBase(L: LuaState, run: LuaRun): void;
