/** The part of time that a trace covers, in its own seconds. */
export interface TraceRange {
    readonly firstSeconds: number;
    readonly endSeconds: number;
}
/** `1998-06-30T18:00:00Z to 1998-06-30T20:00:00Z`, `0 s to 3600 s`. */
export declare function rangeText({ firstSeconds, endSeconds }: TraceRange): string;
/** The mistake of a `from` before the first row, or a `to` behind the last: nothing would be sent there, and nobody told. */
export declare function outsideTrace(key: 'from' | 'to', { file, readRange }: {
    readonly file: string;
    readRange(): TraceRange;
}): Error;
/** How far a bound may lie beside the requests of a log: a log of an hour rarely has one in its very first second. */
export declare function slackSeconds({ firstSeconds, endSeconds }: TraceRange): number;
interface TimeOfDay {
    readonly key: 'from' | 'to';
    readonly text: string;
    readonly ofDaySeconds: number;
    readonly file: string;
}
/** The instant of a trace at which clocks show a time of day. @throws ProblemError when none or several do */
export declare function timeOfDayWithin({ key, text, ofDaySeconds, file }: TimeOfDay, range: TraceRange): number;
/** The mistake of a range that ends before it begins. */
export declare function notAfterFrom(file: string, { fromSeconds, toSeconds }: {
    readonly fromSeconds: number;
    readonly toSeconds: number;
}): Error;
export {};
