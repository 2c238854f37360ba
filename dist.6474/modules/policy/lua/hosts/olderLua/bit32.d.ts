import { type LuaState } from '../../fengariApi.js';
/** Lua 5.2's `bit32` (https://www.lua.org/manual/5.2/manual.html#6.7): 32 bits, results unsigned, displacements of any size. */
export declare function pushBit32(L: LuaState): void;
