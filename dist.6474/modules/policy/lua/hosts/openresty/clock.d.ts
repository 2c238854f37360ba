import { type LuaFunction } from '../../fengariApi.js';
import type { LuaRun } from '../../luaRun.js';
/** Milliseconds since 1970. */
export declare function nowMs(run: LuaRun): number;
/**
 * The functions of `ngx` that tell the time. nginx caches it between two yields; so does virtual time, which stands
 * still while Lua runs, and `update_time` has nothing to do. Local time is UTC.
 */
export declare function clockFunctions(run: LuaRun): Record<string, LuaFunction>;
