import type { RefusedName } from './inside/realmGlobals.js';
/** Functions that Node has and a policy has not: calling one says why. */
export declare const refusedNames: readonly RefusedName[];
/** Parts of the language that block the thread, leave it, or show when memory is collected. */
export declare const removedNames: readonly string[];
/** Modules of Node that a policy has, or has in part: those that compute and nothing else (`inside/requireModule.ts`). */
export declare const ownModules: readonly string[];
/** What to say beside `X is not defined`, where Node has an X or the language had one; undefined for any other message. */
export declare function missingName(message: string): string | undefined;
