import { type LuaState } from '../fengariApi.js';
/** string.format of Lua 5.3, its numbers as glibc prints them. */
export declare function stringFormat(L: LuaState): number;
