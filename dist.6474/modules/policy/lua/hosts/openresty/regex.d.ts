import { type LuaState } from '../../fengariApi.js';
import type { LuaRun } from '../../luaRun.js';
/**
 * Pushes `ngx.re`: match, find, gmatch, sub, gsub. Source: lua-nginx-module's README, lua-resty-core's regex.lua.
 *
 * PCRE's patterns on a matcher of our own, whose steps count as instructions.
 */
export declare function pushRe(L: LuaState, run: LuaRun): void;
