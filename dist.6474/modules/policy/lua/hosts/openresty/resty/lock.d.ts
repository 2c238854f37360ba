import type { LuaState } from '../../../fengariApi.js';
import type { LuaRun } from '../../../luaRun.js';
/** Pushes `resty.lock`. */
export declare function pushRestyLock(L: LuaState, run: LuaRun): void;
