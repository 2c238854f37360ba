import { z } from 'zod';
/**
 * Two exponentials with balanced means: both branches contribute the same share of the mean.
 *
 * @see Allen, "Probability, Statistics, and Queueing Theory" (1990), section 3.2.9
 */
export declare const hyperexponential: import("../distribution.js").DistributionVariant<"hyperexponential", z.ZodObject<{
    mean: z.ZodCodec<z.ZodString, z.ZodNumber>;
    cv: z.ZodNumber;
}, z.core.$strict>>;
