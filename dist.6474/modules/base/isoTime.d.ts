/** Seconds since 1970 as `2015-05-17T10:05:03Z`, with milliseconds where there are any. */
export declare function isoTime(seconds: number): string;
