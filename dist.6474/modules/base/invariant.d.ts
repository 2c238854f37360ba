/** Thrown when dryscale contradicts itself: our mistake, never the user's. Ends the program with exit code 1. */
export declare class InvariantError extends Error {
    readonly name = "InvariantError";
}
/**
 * Stops the run when `condition` does not hold.
 *
 * For programmer errors only; a user's mistake is a `Problem`.
 * @throws InvariantError
 */
export declare function invariant(condition: boolean, message: string): asserts condition;
