import { type LuaState } from '../../fengariApi.js';
import type { LuaRun } from '../../luaRun.js';
/**
 * Pushes `core.backends`: the policy's services as proxies, their instances as servers.
 *
 * Source: doc/lua-api/index.rst, "Proxy class" and "Server class"; names of statistics: src/stats-proxy.c. Counts of
 * servers are the present ones; sessions, queues and rates are the policy's metrics, as late as these are.
 */
export declare function pushBackends(L: LuaState, run: LuaRun): void;
