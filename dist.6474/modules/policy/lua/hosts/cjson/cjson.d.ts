import { type LuaState } from '../../fengariApi.js';
import type { LuaRun } from '../../luaRun.js';
/** Pushes `cjson` (OpenResty's fork): https://github.com/openresty/lua-cjson, lua_cjson.c. */
export declare function pushCjson(L: LuaState, run: LuaRun): void;
/** Pushes `cjson.safe`, which returns nil and the message of an error. */
export declare function pushCjsonSafe(L: LuaState, run: LuaRun): void;
