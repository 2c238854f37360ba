import { z } from 'zod';
export declare const errors: import("../fault.js").FaultKind<"errors", {
    count: z.ZodOptional<z.ZodInt>;
    fraction: z.ZodOptional<z.ZodNumber>;
    rate: z.ZodNumber;
}> & {
    readonly schema: z.ZodObject<{
        kind: z.ZodLiteral<"errors">;
        at: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        every: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
        for: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
        service: z.ZodOptional<z.ZodString>;
        count: z.ZodOptional<z.ZodInt>;
        fraction: z.ZodOptional<z.ZodNumber>;
        rate: z.ZodNumber;
    }, z.core.$strict>;
};
