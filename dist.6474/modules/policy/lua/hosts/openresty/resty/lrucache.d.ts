import { type LuaState } from '../../../fengariApi.js';
import type { LuaRun } from '../../../luaRun.js';
/** Pushes `resty.lrucache`. */
export declare function pushLruCache(L: LuaState, run: LuaRun): void;
