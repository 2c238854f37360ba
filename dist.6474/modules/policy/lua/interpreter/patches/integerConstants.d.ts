import type { SourcePatch } from '../sourcePatch.js';
/** Integers of 64 bits where texts are read and where constants are folded. */
export declare const integerConstants: SourcePatch;
