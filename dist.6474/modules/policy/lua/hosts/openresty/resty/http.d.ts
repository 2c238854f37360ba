import { type LuaState } from '../../../fengariApi.js';
import type { LuaRun } from '../../../luaRun.js';
/** Pushes `resty.http`. */
export declare function pushRestyHttp(L: LuaState, run: LuaRun): void;
