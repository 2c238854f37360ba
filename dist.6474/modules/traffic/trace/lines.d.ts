/** One line of a file; lines are numbered from 1. */
export interface Line {
    readonly number: number;
    readonly text: string;
}
/**
 * The lines of a text without their ends, which are LF, CR LF or CR alone; blank ones are left out and cost next to nothing.
 *
 * @throws ProblemError for a line that is far too long
 */
export declare function lines(chunks: Iterable<string>, file: string): Generator<Line>;
/** Words separated by blanks and line ends, with the line they stand in. @throws ProblemError for a word that is far too long */
export declare function words(chunks: Iterable<string>, file: string): Generator<Line>;
