import { z } from 'zod';
export declare const gamma: import("../../base/variant.js").Variant<"gamma", z.ZodObject<{
    cv: z.ZodNumber;
}, z.core.$strict>, import("../../random/stream.js").Stream, import("../arrival.js").ArrivalProcess>;
