import type { LoadedPolicy, Params } from '../policy.js';
interface LuaSource {
    readonly fileName: string;
    readonly code: string;
    readonly params: Params;
    /** Instructions one decision may take; the guard's limit when left out. */
    readonly instructionLimit?: number;
}
/**
 * A policy written in Lua, in either style.
 *
 * The file is run once without a host to see which: one that returns a table with `decide` is asked at every tick. One
 * that waits, acts or reads metrics while it loads shows its style only with a host: it runs as a coroutine in virtual
 * time, and is asked from then on if it ends by returning such a table. One that starts timers or returns a module with
 * `init_worker` runs by itself, in virtual time too.
 * @throws PolicyFault when it does not parse, fails or runs out of its budget while loading, or is neither of the two
 */
export declare function loadLuaPolicy(source: LuaSource): LoadedPolicy;
export {};
