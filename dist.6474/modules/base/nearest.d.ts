/**
 * The known name closest to `name` by edit distance, or undefined when none is close enough to be meant. O(known x length^2).
 *
 * @param limit edits that are still close
 */
export declare function nearest(name: string, known: readonly string[], limit?: number): string | undefined;
/** A "did you mean" clause with the full list, ready to follow a sentence. */
export declare function suggestion(name: string, known: readonly string[]): string;
/** A suggestion within a sentence. */
export declare function lowerFirst(text: string): string;
