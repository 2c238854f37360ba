import { type LuaFunction } from '../../fengariApi.js';
import type { LuaRun } from '../../luaRun.js';
/** `ngx.thread`: light threads. Source: lua-nginx-module, src/ngx_http_lua_uthread.c. */
export declare function threadFunctions(run: LuaRun): Record<string, LuaFunction>;
