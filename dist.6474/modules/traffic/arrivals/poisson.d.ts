import { z } from 'zod';
export declare const poisson: import("../../base/variant.js").Variant<"poisson", z.ZodObject<{}, z.core.$strict>, import("../../random/stream.js").Stream, import("../arrival.js").ArrivalProcess>;
