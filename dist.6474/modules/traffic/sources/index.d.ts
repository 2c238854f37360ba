import { z } from 'zod';
import type { Source, SourceContext } from '../source.js';
/** Every executor: k6's six, and four of our own. */
export declare const sources: readonly [import("../sourceVariant.js").SourceVariant<"shared-iterations", z.ZodObject<{
    startTime: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    request: z.ZodOptional<z.ZodString>;
    exec: z.ZodOptional<z.ZodString>;
    env: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    tags: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    gracefulStop: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    think: z.ZodPrefault<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
    executor: z.ZodLiteral<"shared-iterations">;
    vus: z.ZodDefault<z.ZodInt>;
    iterations: z.ZodDefault<z.ZodInt>;
    maxDuration: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
}, z.core.$strict>>, import("../sourceVariant.js").SourceVariant<"per-vu-iterations", z.ZodObject<{
    startTime: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    request: z.ZodOptional<z.ZodString>;
    exec: z.ZodOptional<z.ZodString>;
    env: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    tags: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    gracefulStop: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    think: z.ZodPrefault<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
    executor: z.ZodLiteral<"per-vu-iterations">;
    vus: z.ZodDefault<z.ZodInt>;
    iterations: z.ZodDefault<z.ZodInt>;
    maxDuration: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
}, z.core.$strict>>, import("../sourceVariant.js").SourceVariant<"constant-vus", z.ZodObject<{
    startTime: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    request: z.ZodOptional<z.ZodString>;
    exec: z.ZodOptional<z.ZodString>;
    env: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    tags: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    gracefulStop: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    think: z.ZodPrefault<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
    executor: z.ZodLiteral<"constant-vus">;
    vus: z.ZodDefault<z.ZodInt>;
    duration: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
}, z.core.$strict>>, import("../sourceVariant.js").SourceVariant<"ramping-vus", z.ZodObject<{
    startTime: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    request: z.ZodOptional<z.ZodString>;
    exec: z.ZodOptional<z.ZodString>;
    env: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    tags: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    gracefulStop: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    think: z.ZodPrefault<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
    executor: z.ZodLiteral<"ramping-vus">;
    startVUs: z.ZodDefault<z.ZodInt>;
    stages: z.ZodArray<z.ZodObject<{
        duration: z.ZodCodec<z.ZodString, z.ZodNumber>;
        target: z.ZodType<number, number, z.core.$ZodTypeInternals<number, number>>;
    }, z.core.$strict>>;
    gracefulRampDown: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
}, z.core.$strict>>, import("../sourceVariant.js").SourceVariant<"constant-arrival-rate", z.ZodObject<{
    startTime: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    request: z.ZodOptional<z.ZodString>;
    exec: z.ZodOptional<z.ZodString>;
    env: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    tags: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    gracefulStop: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    arrivals: z.ZodPrefault<z.ZodCodec<z.ZodCustom<"even" | "poisson" | {
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
    }>, z.ZodCustom<{
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
    }>>>;
    preAllocatedVUs: z.ZodOptional<z.ZodInt>;
    maxVUs: z.ZodOptional<z.ZodInt>;
    executor: z.ZodLiteral<"constant-arrival-rate">;
    rate: z.ZodNumber;
    timeUnit: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    duration: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
}, z.core.$strict>>, import("../sourceVariant.js").SourceVariant<"ramping-arrival-rate", z.ZodObject<{
    startTime: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    request: z.ZodOptional<z.ZodString>;
    exec: z.ZodOptional<z.ZodString>;
    env: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    tags: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    gracefulStop: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    arrivals: z.ZodPrefault<z.ZodCodec<z.ZodCustom<"even" | "poisson" | {
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
    }>, z.ZodCustom<{
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
    }>>>;
    preAllocatedVUs: z.ZodOptional<z.ZodInt>;
    maxVUs: z.ZodOptional<z.ZodInt>;
    executor: z.ZodLiteral<"ramping-arrival-rate">;
    startRate: z.ZodDefault<z.ZodNumber>;
    timeUnit: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    stages: z.ZodArray<z.ZodObject<{
        duration: z.ZodCodec<z.ZodString, z.ZodNumber>;
        target: z.ZodType<number, number, z.core.$ZodTypeInternals<number, number>>;
    }, z.core.$strict>>;
}, z.core.$strict>>, import("../sourceVariant.js").SourceVariant<"diurnal", z.ZodObject<{
    startTime: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    request: z.ZodOptional<z.ZodString>;
    exec: z.ZodOptional<z.ZodString>;
    env: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    tags: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    gracefulStop: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    arrivals: z.ZodPrefault<z.ZodCodec<z.ZodCustom<"even" | "poisson" | {
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
    }>, z.ZodCustom<{
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
    }>>>;
    executor: z.ZodLiteral<"diurnal">;
    mean: z.ZodNumber;
    peakToTrough: z.ZodNumber;
    period: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    peakAt: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    duration: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
}, z.core.$strict>>, import("../sourceVariant.js").SourceVariant<"flash-crowd", z.ZodObject<{
    startTime: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    request: z.ZodOptional<z.ZodString>;
    exec: z.ZodOptional<z.ZodString>;
    env: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    tags: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    gracefulStop: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    arrivals: z.ZodPrefault<z.ZodCodec<z.ZodCustom<"even" | "poisson" | {
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
    }>, z.ZodCustom<{
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
    }>>>;
    executor: z.ZodLiteral<"flash-crowd">;
    base: z.ZodNumber;
    peak: z.ZodNumber;
    at: z.ZodCodec<z.ZodString, z.ZodNumber>;
    rise: z.ZodCodec<z.ZodString, z.ZodNumber>;
    hold: z.ZodCodec<z.ZodString, z.ZodNumber>;
    fall: z.ZodCodec<z.ZodString, z.ZodNumber>;
    duration: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
}, z.core.$strict>>, import("../sourceVariant.js").SourceVariant<"markov-modulated", z.ZodObject<{
    startTime: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    request: z.ZodOptional<z.ZodString>;
    exec: z.ZodOptional<z.ZodString>;
    env: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    tags: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    gracefulStop: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    arrivals: z.ZodPrefault<z.ZodCodec<z.ZodCustom<"even" | "poisson" | {
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
    }>, z.ZodCustom<{
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
    }>>>;
    executor: z.ZodLiteral<"markov-modulated">;
    states: z.ZodArray<z.ZodObject<{
        rate: z.ZodNumber;
        stay: z.ZodCodec<z.ZodString, z.ZodNumber>;
    }, z.core.$strict>>;
    duration: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
}, z.core.$strict>>, import("../sourceVariant.js").SourceVariant<"trace", z.ZodObject<{
    startTime: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    request: z.ZodOptional<z.ZodString>;
    exec: z.ZodOptional<z.ZodString>;
    env: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    tags: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    gracefulStop: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    executor: z.ZodLiteral<"trace">;
    arrivals: z.ZodOptional<z.ZodCodec<z.ZodCustom<"even" | "poisson" | {
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
    }>, z.ZodCustom<{
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
    }>>>;
    file: z.ZodString;
    time: z.ZodOptional<z.ZodString>;
    timeFormat: z.ZodDefault<z.ZodEnum<{
        ms: "ms";
        s: "s";
    }>>;
    count: z.ZodOptional<z.ZodString>;
    rate: z.ZodOptional<z.ZodString>;
    interval: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    from: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodNumber]>>;
    to: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodNumber]>>;
    gaps: z.ZodOptional<z.ZodEnum<{
        error: "error";
        hold: "hold";
        interpolate: "interpolate";
        zero: "zero";
    }>>;
    speed: z.ZodDefault<z.ZodNumber>;
    scale: z.ZodDefault<z.ZodNumber>;
}, z.core.$strict>>];
/** One traffic source; `executor` says which. */
export declare const sourceSettings: z.ZodDiscriminatedUnion<[z.ZodObject<{
    startTime: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    request: z.ZodOptional<z.ZodString>;
    exec: z.ZodOptional<z.ZodString>;
    env: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    tags: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    gracefulStop: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    think: z.ZodPrefault<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
    executor: z.ZodLiteral<"shared-iterations">;
    vus: z.ZodDefault<z.ZodInt>;
    iterations: z.ZodDefault<z.ZodInt>;
    maxDuration: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
}, z.core.$strict>, z.ZodObject<{
    startTime: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    request: z.ZodOptional<z.ZodString>;
    exec: z.ZodOptional<z.ZodString>;
    env: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    tags: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    gracefulStop: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    think: z.ZodPrefault<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
    executor: z.ZodLiteral<"per-vu-iterations">;
    vus: z.ZodDefault<z.ZodInt>;
    iterations: z.ZodDefault<z.ZodInt>;
    maxDuration: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
}, z.core.$strict>, z.ZodObject<{
    startTime: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    request: z.ZodOptional<z.ZodString>;
    exec: z.ZodOptional<z.ZodString>;
    env: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    tags: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    gracefulStop: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    think: z.ZodPrefault<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
    executor: z.ZodLiteral<"constant-vus">;
    vus: z.ZodDefault<z.ZodInt>;
    duration: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
}, z.core.$strict>, z.ZodObject<{
    startTime: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    request: z.ZodOptional<z.ZodString>;
    exec: z.ZodOptional<z.ZodString>;
    env: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    tags: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    gracefulStop: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    think: z.ZodPrefault<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
    executor: z.ZodLiteral<"ramping-vus">;
    startVUs: z.ZodDefault<z.ZodInt>;
    stages: z.ZodArray<z.ZodObject<{
        duration: z.ZodCodec<z.ZodString, z.ZodNumber>;
        target: z.ZodType<number, number, z.core.$ZodTypeInternals<number, number>>;
    }, z.core.$strict>>;
    gracefulRampDown: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
}, z.core.$strict>, z.ZodObject<{
    startTime: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    request: z.ZodOptional<z.ZodString>;
    exec: z.ZodOptional<z.ZodString>;
    env: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    tags: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    gracefulStop: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    arrivals: z.ZodPrefault<z.ZodCodec<z.ZodCustom<"even" | "poisson" | {
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
    }>, z.ZodCustom<{
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
    }>>>;
    preAllocatedVUs: z.ZodOptional<z.ZodInt>;
    maxVUs: z.ZodOptional<z.ZodInt>;
    executor: z.ZodLiteral<"constant-arrival-rate">;
    rate: z.ZodNumber;
    timeUnit: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    duration: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
}, z.core.$strict>, z.ZodObject<{
    startTime: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    request: z.ZodOptional<z.ZodString>;
    exec: z.ZodOptional<z.ZodString>;
    env: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    tags: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    gracefulStop: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    arrivals: z.ZodPrefault<z.ZodCodec<z.ZodCustom<"even" | "poisson" | {
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
    }>, z.ZodCustom<{
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
    }>>>;
    preAllocatedVUs: z.ZodOptional<z.ZodInt>;
    maxVUs: z.ZodOptional<z.ZodInt>;
    executor: z.ZodLiteral<"ramping-arrival-rate">;
    startRate: z.ZodDefault<z.ZodNumber>;
    timeUnit: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    stages: z.ZodArray<z.ZodObject<{
        duration: z.ZodCodec<z.ZodString, z.ZodNumber>;
        target: z.ZodType<number, number, z.core.$ZodTypeInternals<number, number>>;
    }, z.core.$strict>>;
}, z.core.$strict>, z.ZodObject<{
    startTime: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    request: z.ZodOptional<z.ZodString>;
    exec: z.ZodOptional<z.ZodString>;
    env: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    tags: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    gracefulStop: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    arrivals: z.ZodPrefault<z.ZodCodec<z.ZodCustom<"even" | "poisson" | {
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
    }>, z.ZodCustom<{
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
    }>>>;
    executor: z.ZodLiteral<"diurnal">;
    mean: z.ZodNumber;
    peakToTrough: z.ZodNumber;
    period: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    peakAt: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    duration: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
}, z.core.$strict>, z.ZodObject<{
    startTime: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    request: z.ZodOptional<z.ZodString>;
    exec: z.ZodOptional<z.ZodString>;
    env: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    tags: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    gracefulStop: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    arrivals: z.ZodPrefault<z.ZodCodec<z.ZodCustom<"even" | "poisson" | {
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
    }>, z.ZodCustom<{
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
    }>>>;
    executor: z.ZodLiteral<"flash-crowd">;
    base: z.ZodNumber;
    peak: z.ZodNumber;
    at: z.ZodCodec<z.ZodString, z.ZodNumber>;
    rise: z.ZodCodec<z.ZodString, z.ZodNumber>;
    hold: z.ZodCodec<z.ZodString, z.ZodNumber>;
    fall: z.ZodCodec<z.ZodString, z.ZodNumber>;
    duration: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
}, z.core.$strict>, z.ZodObject<{
    startTime: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    request: z.ZodOptional<z.ZodString>;
    exec: z.ZodOptional<z.ZodString>;
    env: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    tags: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    gracefulStop: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    arrivals: z.ZodPrefault<z.ZodCodec<z.ZodCustom<"even" | "poisson" | {
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
    }>, z.ZodCustom<{
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
    }>>>;
    executor: z.ZodLiteral<"markov-modulated">;
    states: z.ZodArray<z.ZodObject<{
        rate: z.ZodNumber;
        stay: z.ZodCodec<z.ZodString, z.ZodNumber>;
    }, z.core.$strict>>;
    duration: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
}, z.core.$strict>, z.ZodObject<{
    startTime: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    request: z.ZodOptional<z.ZodString>;
    exec: z.ZodOptional<z.ZodString>;
    env: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    tags: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    gracefulStop: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    executor: z.ZodLiteral<"trace">;
    arrivals: z.ZodOptional<z.ZodCodec<z.ZodCustom<"even" | "poisson" | {
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
    }>, z.ZodCustom<{
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
    }>>>;
    file: z.ZodString;
    time: z.ZodOptional<z.ZodString>;
    timeFormat: z.ZodDefault<z.ZodEnum<{
        ms: "ms";
        s: "s";
    }>>;
    count: z.ZodOptional<z.ZodString>;
    rate: z.ZodOptional<z.ZodString>;
    interval: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    from: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodNumber]>>;
    to: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodNumber]>>;
    gaps: z.ZodOptional<z.ZodEnum<{
        error: "error";
        hold: "hold";
        interpolate: "interpolate";
        zero: "zero";
    }>>;
    speed: z.ZodDefault<z.ZodNumber>;
    scale: z.ZodDefault<z.ZodNumber>;
}, z.core.$strict>], "executor">;
export type SourceSettings = z.output<typeof sourceSettings>;
/** Whether virtual users send, whose rate depends on the answers. */
export declare function isClosedLoop(settings: SourceSettings): boolean;
/** Opens a source for one run. */
export declare function buildSource(settings: SourceSettings, context: SourceContext): Source;
/** The same source with this many times its rate, or its users. */
export declare function scaledSource(settings: SourceSettings, factor: number): SourceSettings;
/** What a source says that has no effect here, a sentence each. */
export declare function sourceWarnings(settings: SourceSettings): string[];
