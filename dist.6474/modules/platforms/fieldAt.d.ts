/** The value at a path of keys and indexes; undefined where the path leads nowhere. */
export declare function fieldAt(root: unknown, path: readonly PropertyKey[]): unknown;
/** A copy of a document without the keys that are null: the Kubernetes API takes a null for a key that is not there. */
export declare function withoutNulls(value: unknown): unknown;
