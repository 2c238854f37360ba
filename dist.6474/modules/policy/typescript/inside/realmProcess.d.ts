import type { RealmClock } from './virtualClocks.js';
/**
 * The `process` of a policy: it can end nothing, and is the same on every machine, for what the machine is would change decisions.
 *
 * Runs inside the realm, by its text.
 */
export declare function realmProcess(world: typeof globalThis, clock: RealmClock): Record<string, unknown>;
