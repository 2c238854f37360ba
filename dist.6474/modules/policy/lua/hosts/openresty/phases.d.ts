import type { LuaState } from '../../fengariApi.js';
import type { LuaRun } from '../../luaRun.js';
/** Where the running code stands, as `ngx.get_phase()` says: a file that runs by itself is a timer, as under `resty`. */
export declare function phaseOf(run: LuaRun): string;
/** Raises nginx's own error where nothing may wait: in the init phases there is no event loop yet. */
export declare function checkMayWait(L: LuaState, run: LuaRun, name: string): void;
