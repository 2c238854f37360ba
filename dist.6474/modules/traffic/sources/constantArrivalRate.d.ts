import { z } from 'zod';
export declare const constantArrivalRate: import("../sourceVariant.js").SourceVariant<"constant-arrival-rate", z.ZodObject<{
    startTime: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    request: z.ZodOptional<z.ZodString>;
    exec: z.ZodOptional<z.ZodString>;
    env: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    tags: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    gracefulStop: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    arrivals: z.ZodPrefault<z.ZodCodec<z.ZodCustom<"even" | "poisson" | {
        readonly even: Record<string, never>;
    } | {
        readonly gamma: {
            cv: number;
        };
    } | {
        readonly poisson: Record<string, never>;
    } | {
        readonly renewal: {
            gaps: import("../../random/distributions/index.js").DistributionInput;
        };
    }, "even" | "poisson" | {
        readonly even: Record<string, never>;
    } | {
        readonly gamma: {
            cv: number;
        };
    } | {
        readonly poisson: Record<string, never>;
    } | {
        readonly renewal: {
            gaps: import("../../random/distributions/index.js").DistributionInput;
        };
    }>, z.ZodCustom<{
        readonly variant: "even";
        readonly settings: Record<string, never>;
    } | {
        readonly variant: "gamma";
        readonly settings: {
            cv: number;
        };
    } | {
        readonly variant: "poisson";
        readonly settings: Record<string, never>;
    } | {
        readonly variant: "renewal";
        readonly settings: {
            gaps: import("../../random/distributions/index.js").DistributionSettings;
        };
    }, {
        readonly variant: "even";
        readonly settings: Record<string, never>;
    } | {
        readonly variant: "gamma";
        readonly settings: {
            cv: number;
        };
    } | {
        readonly variant: "poisson";
        readonly settings: Record<string, never>;
    } | {
        readonly variant: "renewal";
        readonly settings: {
            gaps: import("../../random/distributions/index.js").DistributionSettings;
        };
    }>>>;
    preAllocatedVUs: z.ZodOptional<z.ZodInt>;
    maxVUs: z.ZodOptional<z.ZodInt>;
    executor: z.ZodLiteral<"constant-arrival-rate">;
    rate: z.ZodNumber;
    timeUnit: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    duration: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
}, z.core.$strict>>;
