import type { SourcePatch } from '../sourcePatch.js';
/** Work of the interpreter that its count of instructions leaves out, charged where it is done. */
export declare const costs: readonly SourcePatch[];
