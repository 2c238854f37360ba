import { type Params } from './policy.js';
interface ParamsMerge {
    readonly fileName: string;
    /** What the policy declares: the known names, and by their values the known types. */
    readonly defaults: unknown;
    /** What the command line or the scenario gives. */
    readonly overrides: Params;
    /** Where the file declares a parameter, `policy.lua:3`; the file alone where it is not known. */
    placeOf?(name: string): string;
}
/**
 * The parameters of one policy: its defaults, replaced by what the user gave.
 *
 * @throws PolicyFault of kind `load` for an unknown name, a value of another type, or defaults that are not plain values
 */
export declare function mergeParams({ fileName, defaults, overrides, placeOf }: ParamsMerge): Params;
export {};
