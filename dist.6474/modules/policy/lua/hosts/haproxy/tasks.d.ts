import { type LuaFunction, type LuaState } from '../../fengariApi.js';
import type { LuaRun } from '../../luaRun.js';
/**
 * Tasks of HAProxy and how they wait. Source: doc/lua-api/index.rst and src/hlua.c, hlua_register_task.
 *
 * The file is the body context, where nothing waits; then the functions of register_init run, then the tasks.
 */
export declare function taskFunctions(run: LuaRun): Record<string, LuaFunction>;
/** Raises where HAProxy cannot wait: in the body of the file and in functions of register_init. */
export declare function checkIsTask(L: LuaState, run: LuaRun, name: string): void;
