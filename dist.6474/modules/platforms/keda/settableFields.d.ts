/** Scalar fields that a document of KEDA's may leave out. */
export declare function settableFields(document: unknown): readonly string[];
export declare function externalTargetPath(index: number): string;
