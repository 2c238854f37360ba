import { type LuaState } from '../../fengariApi.js';
import type { LuaRun } from '../../luaRun.js';
/** Pushes `socket` of LuaSocket: the clock, waiting, and its helpers for errors; no sockets. */
export declare function pushSocket(L: LuaState, run: LuaRun): void;
