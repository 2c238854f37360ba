import { z } from 'zod';
export declare const perVuIterations: import("../sourceVariant.js").SourceVariant<"per-vu-iterations", z.ZodObject<{
    startTime: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    request: z.ZodOptional<z.ZodString>;
    exec: z.ZodOptional<z.ZodString>;
    env: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    tags: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    gracefulStop: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    think: z.ZodPrefault<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
    executor: z.ZodLiteral<"per-vu-iterations">;
    vus: z.ZodDefault<z.ZodInt>;
    iterations: z.ZodDefault<z.ZodInt>;
    maxDuration: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
}, z.core.$strict>>;
