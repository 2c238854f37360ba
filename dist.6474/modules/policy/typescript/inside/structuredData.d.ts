/**
 * `structuredClone` of the realm: data, as far as policies keep it.
 *
 * Runs inside the realm, by its text.
 */
export declare function structuredData(world: typeof globalThis): void;
