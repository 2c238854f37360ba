/** What an import takes from one line of a log. */
export interface LogLine {
  /** When, seconds since 1970. */
  readonly seconds: number;
  /** HTTP status; undefined where the line has none. */
  readonly status: number | undefined;
  /** Offset of the time zone that the line is written in, seconds; undefined where it does not say. */
  readonly zoneSeconds: number | undefined;
  /** The line is damaged behind what an import needs. */
  readonly isDamaged: boolean;
}

/** One way in which servers write their logs. */
export interface LineFormat {
  readonly name: string;
  /** An example of a line, for messages. */
  readonly example: string;
  /** Undefined when the line is none of this format. */
  read(text: string): LogLine | undefined;
}
