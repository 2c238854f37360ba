import type { Observation } from '../observation.js';
import { type PolicyHost } from '../policy.js';
import type { ModuleShelf } from './inside/requireModule.js';
import type { ObservationView } from './inside/viewReader.js';
/** Where a policy's console goes, and what its clocks and lots go by. */
export interface ModuleHost extends Partial<Pick<PolicyHost, 'nowSeconds' | 'startSeconds' | 'random'>> {
    log(text: string): void;
}
/**
 * What a realm may ask of the program, as functions that take and give primitives, or data that the realm copies.
 *
 * None throws: an error of the host's realm in the hands of a policy would lead out of its own. A fault that its author is to
 * read comes back as a text; what else is thrown is a bug of ours, kept for `throwBug`.
 */
export declare class RealmRequests {
    #private;
    /** Called when the realm has returned. */
    throwBug(): void;
    /** A call of the host, or the text of its fault. */
    ask<Answer>(call: () => Answer): Answer | string;
    /** Of the globals and modules. */
    globals(host: ModuleHost): ModuleShelf;
    view(observation: Observation): ObservationView;
}
