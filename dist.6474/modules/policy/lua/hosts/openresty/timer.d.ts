import { type LuaFunction } from '../../fengariApi.js';
import type { LuaRun } from '../../luaRun.js';
/**
 * `ngx.timer`: callbacks that run in virtual time, each in a thread of its own.
 *
 * Source: lua-nginx-module, src/ngx_http_lua_timer.c. A recurring timer sets its next run when one begins, so it neither
 * drifts nor waits for a run that takes long; an error ends that run and no more.
 */
export declare function timerFunctions(run: LuaRun): Record<string, LuaFunction>;
