import { type LuaState } from '../../fengariApi.js';
import type { LuaRun } from '../../luaRun.js';
/** Pushes `ngx.semaphore`: new, post, wait(timeout), count. Source: lua-resty-core, lib/ngx/semaphore.md. */
export declare function pushSemaphore(L: LuaState, run: LuaRun): void;
