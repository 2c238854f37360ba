import type { SourcePatch } from './sourcePatch.js';
/** Every change that is made to fengari's source while it loads. */
export declare const sourcePatches: readonly SourcePatch[];
