import { Script } from 'node:vm';
import type { Observation } from '../observation.js';
import type { Params } from '../policy.js';
import type { ThrownPicture } from './inside/pictures.js';
import type { DefinitionPicture, ExportsPicture, PolicyDoor } from './inside/policyDoor.js';
import { type ModuleHost } from './realmHost.js';
/** What a policy is opened with. */
interface RealmPlace {
    readonly host: ModuleHost;
    /** Time zone and language of the machine show, as they do where the policy is deployed: for `verify`. */
    readonly isOfMachine: boolean;
}
/** A bundled policy, ready to be evaluated again and again, each time in a realm of its own. @throws SyntaxError */
export declare function compilePolicy(code: string, frameName: string): (place: RealmPlace) => PolicyRealm;
/**
 * One evaluation of a policy with built-in objects of its own, of which no other has any: whatever it patches, freezes or keeps
 * in globals, it meets again itself and nobody else does.
 *
 * It is handed copies made in the realm, and is called through functions made there; what it returns and throws is read there,
 * once. So no object of the program is in its reach, and no code of its own runs outside of a call.
 * A call costs about a microsecond, opening a realm about a millisecond.
 */
export declare class PolicyRealm {
    #private;
    constructor(script: Script, { host, isOfMachine }: RealmPlace);
    /** Evaluates the module. */
    load(): DefinitionPicture | ExportsPicture | ThrownPicture;
    /** Before the first decision. */
    begin(params: Params, noteRead: ((name: string) => void) | undefined): void;
    decide(observation: Observation): ReturnType<PolicyDoor['decide']>;
}
export {};
