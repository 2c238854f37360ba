import { type LuaState } from '../fengariApi.js';
import type { LuaRun } from '../luaRun.js';
/** Pushes `require("dryscale")`: metric, instances, scale_to, sleep, now, log, params. */
export declare function pushDryscale(L: LuaState, run: LuaRun): void;
