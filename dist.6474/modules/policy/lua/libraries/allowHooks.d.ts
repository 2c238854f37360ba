import type { LuaState } from '../fengariApi.js';
/**
 * To be called before every protected call.
 *
 * fengari forgets to note that hooks were allowed when a protected call begins in a coroutine, and forbids them for good
 * when it recovers from an error: after `pcall(error)` no budget would ever end a loop. So it is noted here.
 */
export declare function allowHooks(L: LuaState): void;
