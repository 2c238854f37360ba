import type { RealmHost, RefusedName } from './realmGlobals.js';
/** What `require` asks the host for. Nothing here throws. */
export interface ModuleShelf extends RealmHost {
    /** Names of a module of Node, joined by commas; undefined for what is none. */
    namesOf(id: string): string | undefined;
    /** A function of `node:path` on texts. */
    path(name: string, values: readonly string[]): string | boolean;
    /** hex; undefined for an algorithm that there is not. */
    hash(algorithm: string, text: string): string | undefined;
    isDeepStrictEqual(a: unknown, b: unknown): boolean;
}
interface ModuleMakers {
    refuse(refused: RefusedName): () => never;
    assertModule(world: typeof globalThis, shelf: ModuleShelf): object;
    cryptoModule(world: typeof globalThis, shelf: ModuleShelf): object;
}
/**
 * The `require` of a policy: those modules of Node that compute and nothing else, made anew for each realm; every function of
 * another says why it is not there.
 *
 * Runs inside the realm, by its text.
 */
export declare function requireModule(world: typeof globalThis, shelf: ModuleShelf, { refuse, assertModule, cryptoModule }: ModuleMakers): (id: unknown) => unknown;
export {};
