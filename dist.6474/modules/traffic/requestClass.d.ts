import { z } from 'zod';
/** What one request of a class needs. Demands and patience in seconds, sizes in bytes. */
export declare const requestClassSchema: z.ZodObject<{
    route: z.ZodUnion<readonly [z.ZodString, z.ZodRecord<z.ZodString, z.ZodNumber>]>;
    cpu: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../random/distributions/index.js").DistributionInput, import("../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../random/distributions/index.js").DistributionSettings, import("../random/distributions/index.js").DistributionSettings>>>;
    io: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../random/distributions/index.js").DistributionInput, import("../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../random/distributions/index.js").DistributionSettings, import("../random/distributions/index.js").DistributionSettings>>>;
    memory: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    requestBytes: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    responseBytes: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    priority: z.ZodDefault<z.ZodInt>;
    patience: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../random/distributions/index.js").DistributionInput, import("../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../random/distributions/index.js").DistributionSettings, import("../random/distributions/index.js").DistributionSettings>>>;
    errorRate: z.ZodDefault<z.ZodNumber>;
}, z.core.$strict>;
export type RequestClassSettings = z.output<typeof requestClassSchema>;
