import { z } from 'zod';
/**
 * Seconds of a duration in k6's grammar (Go's, with a day): `500ms`, `1m30s`, `1.5h`, `1d2h`.
 *
 * @returns undefined when the text is not a duration; a sign is kept, so that a caller can name a negative value
 */
export declare function parseDuration(text: string): number | undefined;
/** The shortest duration text that parses back to exactly `seconds`; seconds >= 0 and finite. */
export declare function formatDuration(seconds: number): string;
interface DurationBounds {
    /** `positive`: > 0; `nonNegative` (the default): >= 0. */
    readonly sign?: 'positive' | 'nonNegative';
}
/**
 * Schema of a duration: text such as `1m30s` in the file, seconds in the program.
 *
 * Its messages have three lines: what, why, fix (see scenario/explain.ts).
 */
export declare function durationSchema({ sign }?: DurationBounds): z.ZodCodec<z.ZodString, z.ZodNumber>;
export {};
