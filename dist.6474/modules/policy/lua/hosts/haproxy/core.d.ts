import { type LuaState } from '../../fengariApi.js';
import type { LuaRun } from '../../luaRun.js';
/** Pushes `core`, the API of HAProxy in virtual time: https://docs.haproxy.org, doc/lua-api/index.rst, "Core class". */
export declare function pushCore(L: LuaState, run: LuaRun): void;
