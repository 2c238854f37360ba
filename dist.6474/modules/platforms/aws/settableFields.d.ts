import type { Resource } from './read/resource.js';
/** Scalar fields that the resources of a document may leave out, as dotted paths of the file they stand in. */
export declare function settableFields(resources: readonly Resource[]): readonly string[];
