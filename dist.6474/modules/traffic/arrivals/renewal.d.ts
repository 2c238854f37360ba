import { z } from 'zod';
export declare const renewal: import("../../base/variant.js").Variant<"renewal", z.ZodObject<{
    gaps: z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>;
}, z.core.$strict>, import("../../random/stream.js").Stream, import("../arrival.js").ArrivalProcess>;
