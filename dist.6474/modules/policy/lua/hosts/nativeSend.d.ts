import { type LuaFunction } from '../fengariApi.js';
import type { LuaRun } from '../luaRun.js';
/**
 * `send(method, url, headers, body, timeout in ms)` for HTTP clients that are written in Lua: status, reason, body and
 * headers after the latency of the API; nil and "timeout" where that is longer, although the call had its effect.
 */
export declare function nativeSend(run: LuaRun): LuaFunction;
