import { z } from 'zod';
/** A server that is away fails every question, and collects nothing; targets that are away only leave their series empty. */
export declare const metricsOutage: import("../fault.js").FaultKind<"metrics-outage", {
    of: z.ZodDefault<z.ZodEnum<{
        server: "server";
        targets: "targets";
    }>>;
}> & {
    readonly schema: z.ZodObject<{
        kind: z.ZodLiteral<"metrics-outage">;
        at: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        every: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
        for: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
        service: z.ZodOptional<z.ZodString>;
        of: z.ZodDefault<z.ZodEnum<{
            server: "server";
            targets: "targets";
        }>>;
    }, z.core.$strict>;
};
