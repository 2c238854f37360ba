import { type LuaState } from '../../fengariApi.js';
/** Text that may use one of these functions. */
export declare const olderNames: RegExp;
/**
 * Adds what Lua 5.1 and LuaJIT have and Lua 5.3 has not; what exists in 5.3 stays as it is there.
 *
 * Only what works as it did: code asks `if setfenv then` to see which Lua it has, so `setfenv` and `module` stay absent and
 * are explained when they are called (`foreignNames.ts`).
 */
export declare function addOlderFunctions(L: LuaState): void;
