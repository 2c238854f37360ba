import { type LuaFunction } from '../../fengariApi.js';
import type { LuaRun } from '../../luaRun.js';
/** `ngx.sleep(seconds)`. Source: lua-nginx-module, src/ngx_http_lua_sleep.c. */
export declare function sleep(run: LuaRun): LuaFunction;
