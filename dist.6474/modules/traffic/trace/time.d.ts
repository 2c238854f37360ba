/**
 * Seconds of a time as traces write it: a number, ISO 8601, or `YYYY-MM-DD hh:mm:ss`, which is read as UTC.
 *
 * @param unit what a bare number counts
 * @returns undefined when it is not a time
 */
export declare function parseTime(text: string, unit: 's' | 'ms'): number | undefined;
/**
 * Seconds of a row's time as a scenario writes it: like `parseTime`, or a duration (`1h30m` is row time 5400).
 *
 * @returns undefined when it is neither
 */
export declare function parseRowTime(time: string | number): number | undefined;
