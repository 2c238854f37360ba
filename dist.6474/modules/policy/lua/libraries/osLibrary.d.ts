import { type LuaState } from '../fengariApi.js';
import type { LuaRun } from '../luaRun.js';
/** Pushes the `os` of a policy: virtual time, `execute` for sleeping, and nothing that leaves the simulation. */
export declare function pushOs(L: LuaState, run: LuaRun): void;
