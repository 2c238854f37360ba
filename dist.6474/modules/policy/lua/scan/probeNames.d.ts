import type { LuaUses } from './scanLua.js';
/** Whether the simulated environment has a name. */
export interface Standing {
    readonly status: 'simulated' | 'refused' | 'unknown';
    /** As far as it is known: `redis` of `redis.call`. */
    readonly name: string;
    /** Why not, and what to do; empty for what is simulated. */
    readonly advice: string;
    /** A number, a text: nothing that could be simulated in part. */
    readonly isConstant?: boolean;
}
/**
 * Looks every name that a policy's text takes for given up in the environment that it will run in.
 *
 * Nothing of the policy runs: the environment is made for its text, and the names are read from it.
 * @throws PolicyFault when the text does not parse
 */
export declare function probeNames({ fileName, code }: {
    readonly fileName: string;
    readonly code: string;
}, { modules, paths }: Pick<LuaUses, 'modules' | 'paths'>): {
    readonly modules: readonly Standing[];
    readonly paths: readonly Standing[];
};
