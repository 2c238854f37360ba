/** The column of a trace that holds its amounts. */
interface TraceColumns {
    readonly column: 'count' | 'rate';
    /** The file that was written; a scenario beside it names it like this. */
    readonly file: string | undefined;
}
/** The `traffic:` that replays a written trace, ready to paste. */
export declare function traceUsage({ column, file }: TraceColumns): string[];
export {};
