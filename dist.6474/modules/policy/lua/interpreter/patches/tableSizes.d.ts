import type { SourcePatch } from '../sourcePatch.js';
/** Constructors give a table its sizes, as in lvm.c: `#` of a list with holes depends on them. */
export declare const constructorSizes: SourcePatch;
/** The same for functions of the host: `table.pack` and whatever else knows how many fields come. */
export declare const createdSizes: SourcePatch;
