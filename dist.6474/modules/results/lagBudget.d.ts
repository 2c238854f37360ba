import { z } from 'zod';
/** Where the time between a rise in need and enough instances goes, in the order in which it passes. */
export declare const lagParts: readonly ['metric_s', 'decision_s', 'limit_s', 'api_s', 'startup_s', 'slow_start_s'];
export type LagPart = (typeof lagParts)[number];
declare const partsSchema: z.ZodObject<{
    metric_s: z.ZodNumber;
    decision_s: z.ZodNumber;
    limit_s: z.ZodNumber;
    api_s: z.ZodNumber;
    startup_s: z.ZodNumber;
    slow_start_s: z.ZodNumber;
}, z.core.$strip>;
/** One rise in need and how it was answered; without total and parts where it was over before enough instances were ready. */
export declare const lagRowSchema: z.ZodObject<{
    time_s: z.ZodNumber;
    service: z.ZodString;
    needed_from: z.ZodNumber;
    needed_to: z.ZodNumber;
    total_s: z.ZodNullable<z.ZodNumber>;
    parts: z.ZodNullable<z.ZodObject<{
        metric_s: z.ZodNumber;
        decision_s: z.ZodNumber;
        limit_s: z.ZodNumber;
        api_s: z.ZodNumber;
        startup_s: z.ZodNumber;
        slow_start_s: z.ZodNumber;
    }, z.core.$strip>>;
    unanswered_s: z.ZodOptional<z.ZodNumber>;
}, z.core.$strip>;
export type LagParts = z.output<typeof partsSchema>;
export type LagRow = z.output<typeof lagRowSchema>;
/**
 * One sentence that names the largest part of a rise's answer, or of the mean over many.
 *
 * @param durationText how the reader writes a length of time, e.g. `4 min 10 s`
 * @example "Of 4 min 10 s from the jump to enough instances, 2 min 30 s were startup."
 */
export declare function lagSentence({ total_s: totalSeconds, parts, unanswered_s: lostSeconds }: Pick<LagRow, 'total_s' | 'parts' | 'unanswered_s'>, durationText: (seconds: number) => string): string;
export {};
