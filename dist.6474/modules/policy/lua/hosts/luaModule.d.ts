import { type LuaFunction, type LuaState } from '../fengariApi.js';
import type { LuaRun } from '../luaRun.js';
import type { PushValue } from './luaHost.js';
interface LuaModule {
    /** For messages. */
    readonly name: string;
    /** Lua that returns the module; `...` is a table of `natives` and `values`. */
    readonly source: string;
    readonly natives?: Readonly<Record<string, LuaFunction>>;
    readonly values?: Readonly<Record<string, PushValue>>;
}
/** Pushes a module that is written in Lua itself, because it keeps state in tables and waits in the middle. */
export declare function pushLuaModule(L: LuaState, run: LuaRun, { name, source, natives, values }: LuaModule): void;
export {};
