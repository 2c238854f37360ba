import { type NamePath } from './walkLua.js';
/** Something a policy's text names, with the lines it stands on. */
export interface Named {
    readonly name: string;
    readonly lines: readonly number[];
}
/** A global of the environment, or a field of a module: what the text takes for given. */
export interface NamedPath extends Named, NamePath {
}
/** What a Lua policy will use as far as its text says so. */
export interface LuaUses {
    /** `require("x")`, also through pcall. */
    readonly modules: readonly Named[];
    /** Lines of a `require` whose name is computed. */
    readonly computedModules: readonly number[];
    /** `os.getenv("X")`. */
    readonly environment: readonly Named[];
    /** Texts that are addresses, or begin as one. */
    readonly urls: readonly Named[];
    /** Globals that the file does not define itself, and fields of modules; the longest path of each. */
    readonly paths: readonly NamedPath[];
    /** From this line on the text could not be read; undefined where it was read to the end. */
    readonly unreadFromLine: number | undefined;
}
/** Reads a policy's text, without running it. */
export declare function scanLua(code: string): LuaUses;
