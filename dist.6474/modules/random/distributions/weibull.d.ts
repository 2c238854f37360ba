import { z } from 'zod';
/** Weibull: the tail is heavier than an exponential's for shape < 1, lighter for shape > 1. */
export declare const weibull: import("../distribution.js").DistributionVariant<"weibull", z.ZodObject<{
    scale: z.ZodCodec<z.ZodString, z.ZodNumber>;
    shape: z.ZodNumber;
}, z.core.$strict>>;
