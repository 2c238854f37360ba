import type { Stream } from '../../random/stream.js';
import type { ArrivalProcess } from '../arrival.js';
/** Every way arrivals follow a rate. */
export declare const arrivals: readonly [import("../../base/variant.js").Variant<"poisson", import("zod").ZodObject<{}, import("zod/v4/core").$strict>, Stream, ArrivalProcess>, import("../../base/variant.js").Variant<"even", import("zod").ZodObject<{}, import("zod/v4/core").$strict>, Stream, ArrivalProcess>, import("../../base/variant.js").Variant<"gamma", import("zod").ZodObject<{
    cv: import("zod").ZodNumber;
}, import("zod/v4/core").$strict>, Stream, ArrivalProcess>, import("../../base/variant.js").Variant<"renewal", import("zod").ZodObject<{
    gaps: import("zod").ZodCodec<import("zod").ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, import("zod").ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>;
}, import("zod/v4/core").$strict>, Stream, ArrivalProcess>];
export declare const arrivalSettings: import("zod").ZodCodec<import("zod").ZodCustom<"even" | "poisson" | {
    readonly even: Record<string, never>;
} | {
    readonly gamma: {
        cv: number;
    };
} | {
    readonly poisson: Record<string, never>;
} | {
    readonly renewal: {
        gaps: import("../../random/distributions/index.js").DistributionInput;
    };
}, "even" | "poisson" | {
    readonly even: Record<string, never>;
} | {
    readonly gamma: {
        cv: number;
    };
} | {
    readonly poisson: Record<string, never>;
} | {
    readonly renewal: {
        gaps: import("../../random/distributions/index.js").DistributionInput;
    };
}>, import("zod").ZodCustom<{
    readonly variant: "even";
    readonly settings: Record<string, never>;
} | {
    readonly variant: "gamma";
    readonly settings: {
        cv: number;
    };
} | {
    readonly variant: "poisson";
    readonly settings: Record<string, never>;
} | {
    readonly variant: "renewal";
    readonly settings: {
        gaps: import("../../random/distributions/index.js").DistributionSettings;
    };
}, {
    readonly variant: "even";
    readonly settings: Record<string, never>;
} | {
    readonly variant: "gamma";
    readonly settings: {
        cv: number;
    };
} | {
    readonly variant: "poisson";
    readonly settings: Record<string, never>;
} | {
    readonly variant: "renewal";
    readonly settings: {
        gaps: import("../../random/distributions/index.js").DistributionSettings;
    };
}>>;
export declare const buildArrivals: (chosen: {
    readonly variant: string;
    readonly settings: unknown;
}, context: Stream) => ArrivalProcess;
