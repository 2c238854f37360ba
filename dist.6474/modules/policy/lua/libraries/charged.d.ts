import { type LuaFunction } from '../fengariApi.js';
import type { LuaRun } from '../luaRun.js';
/**
 * Charges a library function for the texts it is given: it loops over them outside of the count hook.
 *
 * An eighth of an instruction for each byte is what native code costs beside interpreted code.
 */
export declare function charged(run: LuaRun, byteCharge?: number): (original: LuaFunction) => LuaFunction;
