import { type LuaFunction, type LuaState } from '../fengariApi.js';
import type { PushValue } from './luaHost.js';
/** Names that a host has and dryscale does not, by the table they are fields of; each with what to do instead. */
export type RefusedNames = Readonly<Record<string, string>>;
/** A function of a host that is not simulated: it says so, and what to do instead, when it is called. */
export declare function refusedFunction(name: string, instead: string): LuaFunction;
/** Adds functions that refuse to the table on top of the stack; `path` is what the table is called. */
export declare function setRefusedFunctions(L: LuaState, path: string, names: RefusedNames): void;
/** Pushes a table every field of which refuses when it is read or written. */
export declare function pushRefusedTable(L: LuaState, path: string, instead: string): void;
/** Modules that say on `require` that they are not simulated, and what to do instead. */
export declare function refusedModules(names: RefusedNames): Record<string, PushValue>;
