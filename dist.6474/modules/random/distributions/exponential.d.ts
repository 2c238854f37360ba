import { z } from 'zod';
/** The memoryless law. */
export declare const exponential: import("../distribution.js").DistributionVariant<"exponential", z.ZodObject<{
    mean: z.ZodCodec<z.ZodString, z.ZodNumber>;
}, z.core.$strict>>;
