import { z } from 'zod';
/** Every value between two bounds is equally likely. */
export declare const uniform: import("../distribution.js").DistributionVariant<"uniform", z.ZodObject<{
    min: z.ZodCodec<z.ZodString, z.ZodNumber>;
    max: z.ZodCodec<z.ZodString, z.ZodNumber>;
}, z.core.$strict>>;
