import { z } from 'zod';
/** Gamma by mean and coefficient of variation: shape = 1/cv^2, scale = mean cv^2. */
export declare const gamma: import("../distribution.js").DistributionVariant<"gamma", z.ZodObject<{
    mean: z.ZodCodec<z.ZodString, z.ZodNumber>;
    cv: z.ZodNumber;
}, z.core.$strict>>;
