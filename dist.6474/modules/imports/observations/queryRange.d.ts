import type { RecordedTable } from './recordedTable.js';
/** An answer, under the name of its file. */
export interface NamedText {
    readonly file: string;
    readonly text: string;
}
/**
 * Answers of `/api/v1/query_range`, their `data`, or the lists of their series alone, as one table.
 *
 * Series are brought to the instants of all of them; between two samples a value stays. A series that is alone in its file
 * can be called by the file's name too.
 * @throws ProblemError
 */
export declare function readQueryRanges(answers: readonly NamedText[]): RecordedTable;
