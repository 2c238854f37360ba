/** Thrown when dryscale contradicts itself: our mistake, never the user's. Ends the program with exit code 1. */
export class InvariantError extends Error {
    name = 'InvariantError';
}
/**
 * Stops the run when `condition` does not hold.
 *
 * For programmer errors only; a user's mistake is a `Problem`.
 * @throws InvariantError
 */
export function invariant(condition, message) {
    if (!condition)
        throw new InvariantError(message);
}
