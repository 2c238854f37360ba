/** A piece of a text that another one takes the place of; an insertion where `start` is `end`. */
export interface TextEdit {
    readonly start: number;
    readonly end: number;
    readonly text: string;
}
/** The text with all edits; they do not overlap. */
export declare function applyEdits(text: string, edits: readonly TextEdit[]): string;
/**
 * The edits as a unified diff that `patch` and `git apply` take: empty where they change nothing.
 *
 * @see GNU diffutils manual, "Detailed Description of Unified Format"
 */
export declare function unifiedDiff(text: string, edits: readonly TextEdit[], file: string): string;
