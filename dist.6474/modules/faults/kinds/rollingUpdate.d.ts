import { z } from 'zod';
export declare const rollingUpdate: import("../fault.js").FaultKind<"rolling-update", {
    maxSurge: z.ZodDefault<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>>;
    maxUnavailable: z.ZodDefault<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>>;
    minReady: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
}> & {
    readonly schema: z.ZodObject<{
        kind: z.ZodLiteral<"rolling-update">;
        at: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        every: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
        for: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
        service: z.ZodOptional<z.ZodString>;
        maxSurge: z.ZodDefault<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>>;
        maxUnavailable: z.ZodDefault<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>>;
        minReady: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    }, z.core.$strict>;
};
