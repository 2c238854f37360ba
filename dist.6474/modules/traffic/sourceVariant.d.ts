import { z } from 'zod';
import type { Source, SourceContext } from './source.js';
/** Fields of sources whose arrivals do not wait for answers. */
export declare const openShape: {
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
            gaps: import("../random/distributions/index.js").DistributionInput;
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
            gaps: import("../random/distributions/index.js").DistributionInput;
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
            gaps: import("../random/distributions/index.js").DistributionSettings;
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
            gaps: import("../random/distributions/index.js").DistributionSettings;
        };
    }>>>;
};
/** Fields of sources of virtual users. */
export declare const closedShape: {
    startTime: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    request: z.ZodOptional<z.ZodString>;
    exec: z.ZodOptional<z.ZodString>;
    env: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    tags: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    gracefulStop: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    think: z.ZodPrefault<z.ZodCodec<z.ZodCustom<import("../random/distributions/index.js").DistributionInput, import("../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../random/distributions/index.js").DistributionSettings, import("../random/distributions/index.js").DistributionSettings>>>;
};
/** One executor: its name, one sentence, its fields and how to open it. */
export interface SourceVariant<Name extends string, Schema extends z.ZodType> {
    readonly name: Name;
    readonly summary: string;
    readonly schema: Schema;
    build(settings: z.output<Schema>, context: SourceContext): Source;
    /** The same source with this many times its rate; of users, which come whole, the nearest number from 1. */
    scaled(settings: z.output<Schema>, factor: number): z.output<Schema>;
}
/** Types an executor. */
export declare function sourceVariant<const Name extends string, Schema extends z.ZodType>(variant: SourceVariant<Name, Schema>): SourceVariant<Name, Schema>;
/** k6's whole numbers: VUs and iterations. */
export declare const count: (minimum: number) => z.ZodInt;
/** A number of users times a factor: whole, and never none where there was one. */
export declare function scaledCount(users: number, factor: number): number;
/** k6's shortest duration of an executor. */
export declare const atLeastOneSecond: () => z.ZodCodec<z.ZodString, z.ZodNumber>;
