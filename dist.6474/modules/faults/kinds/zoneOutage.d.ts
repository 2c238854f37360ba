import { z } from 'zod';
export declare const zoneOutage: import("../fault.js").FaultKind<"zone-outage", {
    zone: z.ZodInt;
}> & {
    readonly schema: z.ZodObject<{
        kind: z.ZodLiteral<"zone-outage">;
        at: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        every: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
        for: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
        service: z.ZodOptional<z.ZodString>;
        zone: z.ZodInt;
    }, z.core.$strict>;
};
