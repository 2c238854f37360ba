import { type LuaState } from '../../fengariApi.js';
import type { LuaRun } from '../../luaRun.js';
/** Sets `httpclient`, `tcp` and `concat` in the table on top of the stack. */
export declare function pushClients(L: LuaState, run: LuaRun): void;
