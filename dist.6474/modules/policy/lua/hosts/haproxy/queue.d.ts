import { type LuaFunction, type LuaState } from '../../fengariApi.js';
import type { LuaRun } from '../../luaRun.js';
/** Pushes `core.queue()`: push, pop, pop_wait, size, alarm. Source: doc/lua-api/index.rst, "Queue class". */
export declare function pushQueue(L: LuaState, run: LuaRun): void;
/** `core.wait([milliseconds])`: until an alarm of a queue, or the time is over. */
export declare function waitForAlarm(run: LuaRun): LuaFunction;
