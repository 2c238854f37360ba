/** Keys that may stand in the map at a path. */
export declare function allowedKeys(path: readonly PropertyKey[], root: unknown): string[];
/** Lowest and highest number allowed at a path, as far as the schema says. */
export declare function boundsAt(path: readonly PropertyKey[], root: unknown): string | undefined;
