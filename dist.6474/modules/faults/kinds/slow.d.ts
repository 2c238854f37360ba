import { z } from 'zod';
export declare const slow: import("../fault.js").FaultKind<"slow", {
    count: z.ZodOptional<z.ZodInt>;
    fraction: z.ZodOptional<z.ZodNumber>;
    factor: z.ZodNumber;
}> & {
    readonly schema: z.ZodObject<{
        kind: z.ZodLiteral<"slow">;
        at: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        every: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
        for: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
        service: z.ZodOptional<z.ZodString>;
        count: z.ZodOptional<z.ZodInt>;
        fraction: z.ZodOptional<z.ZodNumber>;
        factor: z.ZodNumber;
    }, z.core.$strict>;
};
