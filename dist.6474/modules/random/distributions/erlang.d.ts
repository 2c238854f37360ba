import { z } from 'zod';
/** Sum of k equal exponentials. */
export declare const erlang: import("../distribution.js").DistributionVariant<"erlang", z.ZodObject<{
    mean: z.ZodCodec<z.ZodString, z.ZodNumber>;
    k: z.ZodNumber;
}, z.core.$strict>>;
