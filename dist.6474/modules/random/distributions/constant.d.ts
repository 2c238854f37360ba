/** Always the same value; consumes no random numbers. */
export declare const constant: import("../distribution.js").DistributionVariant<"constant", import("zod").ZodCodec<import("zod").ZodString, import("zod").ZodNumber>>;
