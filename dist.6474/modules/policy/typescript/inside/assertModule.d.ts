import type { ModuleShelf } from './requireModule.js';
/**
 * `node:assert` of a policy.
 *
 * Runs inside the realm, by its text.
 */
export declare function assertModule(world: typeof globalThis, shelf: ModuleShelf): object;
