import type { Params } from '../../policy.js';
import type { Pictures, Primitive, ReturnedPicture, ThrownPicture, Told } from './pictures.js';
import type { ObservationView } from './viewReader.js';
export interface DefinitionPicture {
    readonly type: 'definition';
    readonly name: Told;
    readonly every: Told;
    /** By name; what is no such object as it is told. */
    readonly params: Told;
    readonly paramsByName: Readonly<Record<string, Told>> | undefined;
}
/** A module without a policy. */
export interface ExportsPicture {
    readonly type: 'exports';
    readonly names: string;
    readonly hasDefault: boolean;
    readonly standard: Told;
}
/** The functions of a realm that the host calls. They never throw, and all they return is data made by them. */
export interface PolicyDoor {
    load(evaluate: () => unknown): DefinitionPicture | ExportsPicture | ThrownPicture;
    begin(params: Params, noteRead: ((name: string) => void) | undefined): void;
    decide(view: ObservationView): Primitive | ReturnedPicture | ThrownPicture;
}
type Show = (view: ObservationView, noteRead: ((name: string) => void) | undefined) => object;
/**
 * Calls the policy, and gives what it returns or throws as data.
 *
 * Runs inside the realm, by its text: what it took from the realm, it took before the policy could change it.
 */
export declare function policyDoor(world: typeof globalThis, show: Show, pictures: Pictures): PolicyDoor;
export {};
