import { z } from 'zod';
/** Power law from `min` on, cut at `max` (the part beyond is spread over the rest, as in the bounded Pareto law). */
export declare const pareto: import("../distribution.js").DistributionVariant<"pareto", z.ZodObject<{
    min: z.ZodCodec<z.ZodString, z.ZodNumber>;
    alpha: z.ZodNumber;
    max: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
}, z.core.$strict>>;
