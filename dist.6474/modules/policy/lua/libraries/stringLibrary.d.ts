import { type LuaState } from '../fengariApi.js';
import type { LuaRun } from '../luaRun.js';
/** Guards `string` (on top of the stack): pattern functions count their steps, rep checks before it allocates. */
export declare function guardStrings(L: LuaState, run: LuaRun): void;
