import { z } from 'zod';
export declare const constantVus: import("../sourceVariant.js").SourceVariant<"constant-vus", z.ZodObject<{
    startTime: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    request: z.ZodOptional<z.ZodString>;
    exec: z.ZodOptional<z.ZodString>;
    env: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    tags: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    gracefulStop: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    think: z.ZodPrefault<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
    executor: z.ZodLiteral<"constant-vus">;
    vus: z.ZodDefault<z.ZodInt>;
    duration: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
}, z.core.$strict>>;
