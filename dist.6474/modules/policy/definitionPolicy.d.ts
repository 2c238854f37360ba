import type { Observation } from './observation.js';
import type { LoadedPolicy, Params, PolicyDefinition, PolicyHost } from './policy.js';
interface DefinitionSource {
    readonly fileName: string;
    /** Used when the definition has no name of its own. */
    readonly name: string;
    readonly params: Params;
    /** A definition nobody has used yet: module variables must not pass from one run to the next. */
    fresh(host: PolicyHost | undefined): PolicyDefinition;
    /** What decide gets in place of the observation. */
    show?(observation: Observation): Observation;
    /** Turns whatever decide threw into a fault. */
    toFault(thrown: unknown, timeSeconds: number): Error;
}
/**
 * A policy given as a `PolicyDefinition`: TypeScript files and platforms.
 *
 * @throws PolicyFault of kind `load` for wrong parameters or a wrong `every`
 */
export declare function definitionPolicy({ fileName, name, params, fresh, show, toFault }: DefinitionSource): LoadedPolicy;
export {};
