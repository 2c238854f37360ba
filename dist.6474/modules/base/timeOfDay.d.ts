/** Seconds of the day of `17:30` or `17:30:15`; undefined when it is no time of day. */
export declare function parseTimeOfDay(text: string): number | undefined;
/** The instants of a range, its end with it, at which clocks show a time of day; as many as the range has days, at most. */
export declare function instantsAt(ofDaySeconds: number, range: {
    readonly from: number;
    readonly until: number;
}): number[];
