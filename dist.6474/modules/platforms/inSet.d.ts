import type { DocumentSet, FoundManifest } from './documentSet.js';
/** A manifest of a set, with what follows from the others. */
export declare function inSet(one: FoundManifest, set: DocumentSet): FoundManifest;
