/**
 * Has something taken away when the program ends before its owner has done so: a temporary file, a folder, another process.
 *
 * @returns to be called when that is no longer needed
 */
export declare function untilEnd(takeAway: () => unknown): () => void;
/** Takes away what is left; for an end by a signal, which tells nobody of `exit`. */
export declare function takeAllAway(): void;
