import { type LuaState } from '../../fengariApi.js';
import type { LuaRun } from '../../luaRun.js';
/** Pushes `socket.http`: LuaSocket's `request(url[, body])` and `request { url = , sink = }`, and the common mistake. */
export declare function pushHttp(L: LuaState, run: LuaRun): void;
