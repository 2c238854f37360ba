import { z } from 'zod';
import type { SourceContext } from '../source.js';
import { type TraceFacts } from '../trace/traceSegments.js';
declare const schema: z.ZodObject<{
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
}, z.core.$strict>;
type TraceSettings = z.output<typeof schema>;
/** One pass through a trace: what `inspect` shows. */
export interface TraceScan extends TraceFacts {
    /** Expected arrivals in the whole replay. */
    readonly arrivals: number;
}
export declare const trace: import("../sourceVariant.js").SourceVariant<"trace", z.ZodObject<{
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
}, z.core.$strict>>;
/** When the first row that plays is, in the time of the file; undefined for counts without times. @throws ProblemError for a damaged trace */
export declare function traceStart(settings: TraceSettings, context: SourceContext): number | undefined;
/** Reads a trace once, for `inspect` and estimates. @throws ProblemError for a damaged file */
export declare function scanTrace(settings: TraceSettings, context: SourceContext): TraceScan;
export {};
