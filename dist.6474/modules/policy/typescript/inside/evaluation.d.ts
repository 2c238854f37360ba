/** The function that a bundled file is wrapped in. */
export type ModuleFunction = (module: {
    exports: unknown;
}, exports: unknown, require: (id: unknown) => unknown) => unknown;
/**
 * Evaluates a bundled file and gives its exports.
 *
 * Runs inside the realm, by its text.
 */
export declare function evaluation(run: ModuleFunction, require: (id: unknown) => unknown): () => unknown;
