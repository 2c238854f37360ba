/** Scalar fields below `behavior` that may be left out. */
export declare const behaviorFields: readonly string[];
/** Scalar fields that an autoscaler of this version may leave out, and what parameters alone say; `autoscaling/v1` has no behavior. */
export declare function settableFields(version: unknown): readonly string[];
