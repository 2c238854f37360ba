import type { LuaState } from '../../fengariApi.js';
import type { LuaRun } from '../../luaRun.js';
/** Pushes the module `ngx.re`. */
export declare function pushNgxRe(L: LuaState, run: LuaRun): void;
