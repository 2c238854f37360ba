import { z } from 'zod';
export declare const rampingVus: import("../sourceVariant.js").SourceVariant<"ramping-vus", z.ZodObject<{
    startTime: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    request: z.ZodOptional<z.ZodString>;
    exec: z.ZodOptional<z.ZodString>;
    env: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    tags: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    gracefulStop: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    think: z.ZodPrefault<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
    executor: z.ZodLiteral<"ramping-vus">;
    startVUs: z.ZodDefault<z.ZodInt>;
    stages: z.ZodArray<z.ZodObject<{
        duration: z.ZodCodec<z.ZodString, z.ZodNumber>;
        target: z.ZodType<number, number, z.core.$ZodTypeInternals<number, number>>;
    }, z.core.$strict>>;
    gracefulRampDown: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
}, z.core.$strict>>;
