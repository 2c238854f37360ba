import type { ModuleShelf } from './requireModule.js';
/**
 * `node:crypto` of a policy: lots of the run, and hashes of texts.
 *
 * Runs inside the realm, by its text, after `realmGlobals`.
 */
export declare function cryptoModule(world: typeof globalThis, shelf: ModuleShelf): object;
