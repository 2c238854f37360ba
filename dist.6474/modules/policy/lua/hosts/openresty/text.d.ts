import { type LuaFunction } from '../../fengariApi.js';
import type { LuaRun } from '../../luaRun.js';
/** Escaping, digests and the like: the functions of `ngx` that turn a text into another. All work on bytes. */
export declare function textFunctions(run: LuaRun): Record<string, LuaFunction>;
