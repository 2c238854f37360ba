import { type LuaState } from '../fengariApi.js';
/** An argument as seconds since 1970; raises Lua's error for what is none. */
export declare function momentArgument(L: LuaState, argument: number): number;
