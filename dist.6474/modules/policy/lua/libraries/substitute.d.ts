import { type LuaState } from '../fengariApi.js';
import type { LuaRun } from '../luaRun.js';
/** string.gsub. */
export declare function substitute(run: LuaRun, L: LuaState): number;
