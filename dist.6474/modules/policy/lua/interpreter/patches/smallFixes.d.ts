import type { SourcePatch } from '../sourcePatch.js';
/** Changes of a word or a number each. */
export declare const smallFixes: readonly SourcePatch[];
