/** Seconds of a duration as PromQL writes it, `1h30m`; undefined for anything else. */
export declare function readPromDuration(text: string): number | undefined;
