import type { LuaState } from '../fengariApi.js';
import type { LuaRun } from '../luaRun.js';
/** Pushes one value: a module or a global. */
export type PushValue = (L: LuaState, run: LuaRun) => void;
/** A program that runs Lua and whose libraries a policy may have been written for. */
export interface LuaHost {
    /** As its users call it: `OpenResty`. */
    readonly name: string;
    /** Its Lua (LuaJIT, 5.1) has no integers: doubles round beyond 2^53. */
    readonly hasDoublesOnly?: true;
    /** By the name that `require` takes. */
    readonly modules: Readonly<Record<string, PushValue>>;
    /** Made only for a policy whose text has the name, so that no other sees them. */
    readonly globals: Readonly<Record<string, PushValue>>;
    /** What its files do to be run, for one that does not. */
    readonly entry?: string;
    /** Whether a text with such a name is written for this host; always where left out. */
    isMeant?(code: string): boolean;
    /** What it adds to Lua's own libraries, for a policy whose text has one of the names. */
    readonly additions?: {
        readonly pattern: RegExp;
        readonly add: PushValue;
    };
}
