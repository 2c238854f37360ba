import type { SourcePatch } from '../sourcePatch.js';
/** string.pack and string.unpack for Lua's integers, and for C's long and size_t, of 64 bits. */
export declare const packedIntegers: SourcePatch;
