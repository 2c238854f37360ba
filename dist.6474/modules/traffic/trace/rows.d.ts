/** Which columns of a table mean what. */
export interface RowRules {
    readonly file: string;
    /** Column with the time; without one the file is counts separated by blanks, one every `intervalSeconds`. */
    readonly time: string | undefined;
    readonly timeFormat: 's' | 'ms';
    /** Column with the arrivals of the row, or with arrivals per second; neither: a row is a request. */
    readonly count: string | undefined;
    readonly rate: string | undefined;
    readonly intervalSeconds: number;
}
/** One row: when, and how many arrivals (of its interval, or per second, as the rules say; 1 for a request). */
export interface Row {
    /** Data rows are numbered from 1. */
    readonly number: number;
    readonly line: number;
    readonly seconds: number;
    readonly amount: number;
}
/** The rows of a trace, checked: times run forward, values are numbers >= 0. @throws ProblemError naming row and line */
export declare function rowsOf(chunks: Iterable<string>, rules: RowRules): Generator<Row>;
