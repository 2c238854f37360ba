import { type LuaState } from './fengariApi.js';
import type { LuaProgram } from './luaProgram.js';
import type { LuaRun } from './luaRun.js';
/**
 * Whether a main chunk that has ended goes on by itself: it started threads, or returned a module (the first value on
 * its stack) that is entered by `init` or `init_worker`. One that returned `decide` is asked instead.
 * @throws PolicyFault when it is to be asked and has started threads too
 */
export declare function goesOn({ thread, run }: LuaProgram): boolean;
/**
 * Enters the module that a script returned (the first value on its stack): `init`, then `init_worker`, without arguments,
 * as nginx.conf's `require("module").init_worker()`. A plugin of APISIX has an `init` that APISIX calls when a worker
 * starts: apisix/plugin.lua, load_plugin.
 */
export declare function enterModule(L: LuaState, run: LuaRun): void;
