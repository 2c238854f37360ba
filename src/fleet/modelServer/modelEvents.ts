/** Who hears of what a replica does; when is in the columns of the row. */
export interface ModelEvents {
  firstToken(row: number): void;
  /** The last token is out; the answer is with the client at `endMicroseconds`. */
  answered(row: number): void;
  preempted(row: number): void;
}
