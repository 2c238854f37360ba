import { type LuaState } from './fengariApi.js';
import type { Integer } from './integers/integer.js';
/** An integer argument with all its 64 bits; luaL_checkinteger rounds those beyond 2^53. Raises Lua's own error for other values. */
export declare function checkExactInteger(L: LuaState, argument: number): Integer;
/** The integer that a value is or a text says; undefined for others. */
export declare function exactInteger(L: LuaState, index: number): Integer | undefined;
