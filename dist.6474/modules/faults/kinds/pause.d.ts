export declare const pause: import("../fault.js").FaultKind<"pause", {
    count: import("zod").ZodOptional<import("zod").ZodInt>;
    fraction: import("zod").ZodOptional<import("zod").ZodNumber>;
}> & {
    readonly schema: import("zod").ZodObject<{
        kind: import("zod").ZodLiteral<"pause">;
        at: import("zod").ZodOptional<import("zod").ZodCodec<import("zod").ZodString, import("zod").ZodNumber>>;
        every: import("zod").ZodOptional<import("zod").ZodCodec<import("zod").ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, import("zod").ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
        for: import("zod").ZodOptional<import("zod").ZodCodec<import("zod").ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, import("zod").ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
        service: import("zod").ZodOptional<import("zod").ZodString>;
        count: import("zod").ZodOptional<import("zod").ZodInt>;
        fraction: import("zod").ZodOptional<import("zod").ZodNumber>;
    }, import("zod/v4/core").$strict>;
};
