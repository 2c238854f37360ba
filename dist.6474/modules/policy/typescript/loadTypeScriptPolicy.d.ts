import { type LoadedPolicy, type Params } from '../policy.js';
interface TypeScriptSource {
    readonly fileName: string;
    /** JavaScript from `bundleTypeScriptPolicy`. */
    readonly code: string;
    readonly params: Params;
    /** See `RealmPlace`. */
    readonly isOfMachine?: boolean;
}
/**
 * A policy written in TypeScript or JavaScript.
 *
 * Each start evaluates the module anew, in a realm of its own: neither its variables nor what it does to built-in objects pass
 * from one run to the next, nor to the program.
 * @throws PolicyFault of kind `load` when it throws while loading or exports no policy
 */
export declare function loadTypeScriptPolicy({ fileName, code, params, isOfMachine }: TypeScriptSource): LoadedPolicy;
export {};
