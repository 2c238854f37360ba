import { z } from 'zod';
/** Measured values, drawn as they are. */
export declare const empirical: import("../distribution.js").DistributionVariant<"empirical", z.ZodObject<{
    values: z.ZodArray<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    weights: z.ZodOptional<z.ZodArray<z.ZodNumber>>;
}, z.core.$strict>>;
