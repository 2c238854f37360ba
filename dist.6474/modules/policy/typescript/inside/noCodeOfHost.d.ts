/**
 * Takes away what leads out of the realm, blocks its thread, or tells when memory is collected.
 *
 * Code from text stays in the realm, but for `import(...)`: its promise is rejected with an error of the host's realm.
 * Runs inside the realm, by its text.
 */
export declare function noCodeOfHost(world: typeof globalThis, removed: readonly string[]): void;
