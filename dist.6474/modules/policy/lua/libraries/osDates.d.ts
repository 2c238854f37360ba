import { type LuaFunction } from '../fengariApi.js';
import type { LuaRun } from '../luaRun.js';
export declare function date(run: LuaRun): LuaFunction;
/** The table's fields are brought into their ranges, as C's mktime does. */
export declare function time(run: LuaRun): LuaFunction;
export declare function difftime(run: LuaRun): LuaFunction;
