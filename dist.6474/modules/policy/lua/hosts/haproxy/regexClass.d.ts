import { type LuaState } from '../../fengariApi.js';
import type { LuaRun } from '../../luaRun.js';
/** Pushes `Regex`: new(pattern, isCaseSensitive), regex:exec(text), regex:match(text). Source: doc/lua-api, "Regex class". */
export declare function pushRegexClass(L: LuaState, run: LuaRun): void;
