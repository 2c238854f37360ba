import type { SetReader } from './documentSet.js';
/**
 * Manifests that scale the same thing: an error in one file, which is applied as a whole.
 *
 * Two files may be alternatives, so there it is a warning; one object in two files is a change of it, and none at all.
 */
export declare const sharedTargets: SetReader;
