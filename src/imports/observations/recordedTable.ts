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
}
