import type { SourcePatch } from '../sourcePatch.js';
/** fengari's instructions work on 32 bits and wrap there in silence; Lua's integers have 64. */
export declare const integerInstructions: SourcePatch;
