import { z } from 'zod';
export declare const even: import("../../base/variant.js").Variant<"even", z.ZodObject<{}, z.core.$strict>, import("../../random/stream.js").Stream, import("../arrival.js").ArrivalProcess>;
