import type { LuaState } from '../../fengariApi.js';
import type { LuaRun } from '../../luaRun.js';
/** Pushes `apisix.timers`. */
export declare function pushTimers(L: LuaState, run: LuaRun): void;
