/** Recorded metrics as columns over common instants, whatever they came from. */
export interface RecordedTable {
    /** Seconds, rising; of any epoch. */
    readonly seconds: readonly number[];
    readonly columns: readonly RecordedColumn[];
}
export interface RecordedColumn {
    /** How the user may name it: a column's head, or a series with and without its labels. */
    readonly names: readonly string[];
    /** [same index as seconds] NaN where there is no value. */
    readonly values: readonly number[];
    /** Its first cell that is neither a number nor empty: a column of names is no mistake until somebody reads it. */
    readonly foreign?: RecordedCell | undefined;
    /** Where values below 0 stand first: a mistake where the column is a count. */
    readonly negative?: RecordedCell | undefined;
}
/** A cell as it is written, and where. */
export interface RecordedCell {
    readonly text: string;
    readonly line?: number;
    readonly column?: number;
}
