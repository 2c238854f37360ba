export declare const apiOutage: import("../fault.js").FaultKind<"api-outage", {}> & {
    readonly schema: import("zod").ZodObject<{
        kind: import("zod").ZodLiteral<"api-outage">;
        at: import("zod").ZodOptional<import("zod").ZodCodec<import("zod").ZodString, import("zod").ZodNumber>>;
        every: import("zod").ZodOptional<import("zod").ZodCodec<import("zod").ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, import("zod").ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
        for: import("zod").ZodOptional<import("zod").ZodCodec<import("zod").ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, import("zod").ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
        service: import("zod").ZodOptional<import("zod").ZodString>;
    }, import("zod/v4/core").$strict>;
};
