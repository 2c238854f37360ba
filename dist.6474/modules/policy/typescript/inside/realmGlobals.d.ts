import type { RealmClock } from './virtualClocks.js';
/** What the globals of a realm ask the host for. Nothing here throws; a text is what went wrong. */
export interface RealmHost extends RealmClock {
    /** 0 <= x < 1. */
    random(): number;
    print(values: readonly unknown[]): string | undefined;
    format(values: readonly unknown[]): string;
}
/** A function that is not there, and why. */
export interface RefusedName {
    readonly name: string;
    readonly why: string;
}
/**
 * The globals that Node adds to the language, as far as a policy has them: `console`, `process`, `crypto`, `global`.
 *
 * Runs inside the realm, by its text.
 * @returns makes a function that only says why it is not there
 */
export declare function realmGlobals(world: typeof globalThis, host: RealmHost, { process, refusedNames }: {
    process: Record<string, unknown>;
    readonly refusedNames: readonly RefusedName[];
}): (refused: RefusedName) => () => never;
