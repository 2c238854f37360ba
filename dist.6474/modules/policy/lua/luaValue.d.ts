import { type LuaState } from './fengariApi.js';
/**
 * A Lua value as plain JavaScript, for messages and for values that are no tables; runs no Lua code.
 *
 * Keys that are no text stand in brackets: `{5}` is `{"[1]": 5}`.
 */
export declare function readLuaValue(L: LuaState, index: number, depth?: number): unknown;
/** One field of the table at `index`, whatever else it holds; runs no Lua code. */
export declare function readField(L: LuaState, index: number, name: string): unknown;
/** Pushes text, true or false, or a number as a float. */
export declare function pushValue(L: LuaState, value: number | string | boolean): void;
/** Pushes a count: an integer where a double is exact. */
export declare function pushCount(L: LuaState, value: number): void;
/** Sets `name` of the table on top of the stack to the value that `push` pushes. */
export declare function setField(L: LuaState, name: string, push: () => void): void;
