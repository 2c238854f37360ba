import { type LuaFunction, type LuaState } from './fengariApi.js';
/** Raises a Lua error (which pcall may catch) at the policy's own line, whatever code of ours lies between. */
export declare function raise(L: LuaState, message: string): never;
/** The same where the function was called, or without a place when that is no Lua, as Lua's own libraries do. */
export declare function raiseAtCaller(L: LuaState, message: string, level?: number): never;
/** Puts functions into the table on top of the stack. */
export declare function setFunctions(L: LuaState, functions: Readonly<Record<string, LuaFunction>>): void;
/** Pushes a new table with these functions. */
export declare function pushLibrary(L: LuaState, functions: Readonly<Record<string, LuaFunction>>): void;
/** Replaces functions of the table on top of the stack by wrappers of them. */
export declare function wrapFunctions(L: LuaState, wrappers: Readonly<Record<string, (original: LuaFunction) => LuaFunction>>): void;
/** A string argument as text. Raises Lua's own error for anything else. */
export declare function checkText(L: LuaState, argument: number): string;
/** A function that raises this text when it is called, and is known to do so before (`refusalOf`). */
export declare function refusing(text: string): LuaFunction;
/** What a refused function would say; undefined for every other one. */
export declare function refusalOf(found: LuaFunction): string | undefined;
/** A function that says by name that policies do not have it. */
export declare function refusal(name: string, instead?: string): LuaFunction;
/** Pushes a table every field of which is refused by name. */
export declare function pushRefusedLibrary(L: LuaState, name: string): void;
/** Makes fields that are absent from the table on top of the stack fail by name when they are read. */
export declare function setRefusals(L: LuaState, name: string): void;
/** A key for a message: the text of a string, else its type. */
export declare function keyText(L: LuaState, index: number): string;
