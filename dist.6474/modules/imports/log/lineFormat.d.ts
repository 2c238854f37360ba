/** What an import takes from one line of a log. */
export interface LogLine {
    /** When the request arrived, seconds since 1970. */
    readonly seconds: number;
    /** HTTP status; undefined where the line has none. */
    readonly status: number | undefined;
    /** Offset of the time zone that the line is written in, seconds; undefined where it does not say. */
    readonly zoneSeconds: number | undefined;
    /** The line is damaged behind what an import needs. */
    readonly isDamaged: boolean;
    /**
     * How `seconds` came about: the line is stamped at the arrival; or at the answer, and the duration was subtracted; or at the
     * answer, or nobody knows, without a duration.
     */
    readonly stamp: 'arrival' | 'subtracted' | 'unknown';
    readonly method?: string | undefined;
    /** With its query. */
    readonly path?: string | undefined;
    readonly agent?: string | undefined;
    /** Arrival to answer. */
    readonly latencySeconds?: number | undefined;
    /** In the servers behind: the sum of all that were tried. */
    readonly upstreamSeconds?: number | undefined;
    /** Of the answer, as far as the line has it. */
    readonly responseBytes?: number | undefined;
    /** Address of who asked. */
    readonly client?: string | undefined;
}
/** One way in which servers write their logs. */
export interface LineFormat {
    readonly name: string;
    /** An example of a line, for messages. */
    readonly example: string;
    /** Undefined when the line is none of this format. */
    read(text: string): LogLine | undefined;
}
/** Takes the duration off a line that is stamped at the answer. */
export declare function arrivalOf(stampSeconds: number, latencySeconds: number | undefined): Pick<LogLine, 'seconds' | 'stamp'>;
/** A duration that can be one. */
export declare function plausible(seconds: number | undefined): number | undefined;
/** `$upstream_response_time` of nginx: a list where several servers were tried, `-` where none was. Undefined without a number. */
export declare function readUpstream(text: string): number | undefined;
/** Text as a count of bytes; undefined for `-` and other text. */
export declare function readBytes(text: string | undefined): number | undefined;
/** Method and path of a request line: `GET /cart?x=1 HTTP/1.1`. */
export declare function readRequest(text: string): Pick<LogLine, 'method' | 'path'>;
