import { z } from 'zod';
/** k6's executors, each with the fields it takes beside the common ones. */
export declare const executorSchemas: {
    readonly 'shared-iterations': z.ZodObject<{
        startTime: z.ZodOptional<z.ZodPipe<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>, z.ZodTransform<string, string | number>>>;
        gracefulStop: z.ZodOptional<z.ZodPipe<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>, z.ZodTransform<string, string | number>>>;
        exec: z.ZodOptional<z.ZodString>;
        env: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
        tags: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
        options: z.ZodOptional<z.ZodObject<{
            browser: z.ZodOptional<z.ZodUnknown>;
        }, z.core.$loose>>;
        vus: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodPipe<z.ZodString, z.ZodTransform<number, string>>]>>;
        iterations: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodPipe<z.ZodString, z.ZodTransform<number, string>>]>>;
        maxDuration: z.ZodOptional<z.ZodPipe<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>, z.ZodTransform<string, string | number>>>;
        executor: z.ZodLiteral<"shared-iterations">;
    }, z.core.$strict>;
    readonly 'per-vu-iterations': z.ZodObject<{
        startTime: z.ZodOptional<z.ZodPipe<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>, z.ZodTransform<string, string | number>>>;
        gracefulStop: z.ZodOptional<z.ZodPipe<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>, z.ZodTransform<string, string | number>>>;
        exec: z.ZodOptional<z.ZodString>;
        env: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
        tags: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
        options: z.ZodOptional<z.ZodObject<{
            browser: z.ZodOptional<z.ZodUnknown>;
        }, z.core.$loose>>;
        vus: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodPipe<z.ZodString, z.ZodTransform<number, string>>]>>;
        iterations: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodPipe<z.ZodString, z.ZodTransform<number, string>>]>>;
        maxDuration: z.ZodOptional<z.ZodPipe<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>, z.ZodTransform<string, string | number>>>;
        executor: z.ZodLiteral<"per-vu-iterations">;
    }, z.core.$strict>;
    readonly 'constant-vus': z.ZodObject<{
        startTime: z.ZodOptional<z.ZodPipe<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>, z.ZodTransform<string, string | number>>>;
        gracefulStop: z.ZodOptional<z.ZodPipe<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>, z.ZodTransform<string, string | number>>>;
        exec: z.ZodOptional<z.ZodString>;
        env: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
        tags: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
        options: z.ZodOptional<z.ZodObject<{
            browser: z.ZodOptional<z.ZodUnknown>;
        }, z.core.$loose>>;
        executor: z.ZodLiteral<"constant-vus">;
        vus: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodPipe<z.ZodString, z.ZodTransform<number, string>>]>>;
        duration: z.ZodPipe<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>, z.ZodTransform<string, string | number>>;
    }, z.core.$strict>;
    readonly 'ramping-vus': z.ZodObject<{
        startTime: z.ZodOptional<z.ZodPipe<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>, z.ZodTransform<string, string | number>>>;
        gracefulStop: z.ZodOptional<z.ZodPipe<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>, z.ZodTransform<string, string | number>>>;
        exec: z.ZodOptional<z.ZodString>;
        env: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
        tags: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
        options: z.ZodOptional<z.ZodObject<{
            browser: z.ZodOptional<z.ZodUnknown>;
        }, z.core.$loose>>;
        executor: z.ZodLiteral<"ramping-vus">;
        startVUs: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodPipe<z.ZodString, z.ZodTransform<number, string>>]>>;
        stages: z.ZodArray<z.ZodObject<{
            duration: z.ZodPipe<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>, z.ZodTransform<string, string | number>>;
            target: z.ZodUnion<readonly [z.ZodInt, z.ZodPipe<z.ZodString, z.ZodTransform<number, string>>]>;
        }, z.core.$strict>>;
        gracefulRampDown: z.ZodOptional<z.ZodPipe<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>, z.ZodTransform<string, string | number>>>;
    }, z.core.$strict>;
    readonly 'constant-arrival-rate': z.ZodObject<{
        startTime: z.ZodOptional<z.ZodPipe<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>, z.ZodTransform<string, string | number>>>;
        gracefulStop: z.ZodOptional<z.ZodPipe<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>, z.ZodTransform<string, string | number>>>;
        exec: z.ZodOptional<z.ZodString>;
        env: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
        tags: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
        options: z.ZodOptional<z.ZodObject<{
            browser: z.ZodOptional<z.ZodUnknown>;
        }, z.core.$loose>>;
        preAllocatedVUs: z.ZodUnion<readonly [z.ZodInt, z.ZodPipe<z.ZodString, z.ZodTransform<number, string>>]>;
        maxVUs: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodPipe<z.ZodString, z.ZodTransform<number, string>>]>>;
        timeUnit: z.ZodOptional<z.ZodPipe<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>, z.ZodTransform<string, string | number>>>;
        executor: z.ZodLiteral<"constant-arrival-rate">;
        rate: z.ZodUnion<readonly [z.ZodInt, z.ZodPipe<z.ZodString, z.ZodTransform<number, string>>]>;
        duration: z.ZodPipe<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>, z.ZodTransform<string, string | number>>;
    }, z.core.$strict>;
    readonly 'ramping-arrival-rate': z.ZodObject<{
        startTime: z.ZodOptional<z.ZodPipe<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>, z.ZodTransform<string, string | number>>>;
        gracefulStop: z.ZodOptional<z.ZodPipe<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>, z.ZodTransform<string, string | number>>>;
        exec: z.ZodOptional<z.ZodString>;
        env: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
        tags: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
        options: z.ZodOptional<z.ZodObject<{
            browser: z.ZodOptional<z.ZodUnknown>;
        }, z.core.$loose>>;
        preAllocatedVUs: z.ZodUnion<readonly [z.ZodInt, z.ZodPipe<z.ZodString, z.ZodTransform<number, string>>]>;
        maxVUs: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodPipe<z.ZodString, z.ZodTransform<number, string>>]>>;
        timeUnit: z.ZodOptional<z.ZodPipe<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>, z.ZodTransform<string, string | number>>>;
        executor: z.ZodLiteral<"ramping-arrival-rate">;
        startRate: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodPipe<z.ZodString, z.ZodTransform<number, string>>]>>;
        stages: z.ZodArray<z.ZodObject<{
            duration: z.ZodPipe<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>, z.ZodTransform<string, string | number>>;
            target: z.ZodUnion<readonly [z.ZodInt, z.ZodPipe<z.ZodString, z.ZodTransform<number, string>>]>;
        }, z.core.$strict>>;
    }, z.core.$strict>;
};
export type K6Scenario = z.output<(typeof executorSchemas)[keyof typeof executorSchemas]>;
/** What our own exports leave for the way back: what k6 has no word for. */
declare const exportedSource: z.ZodObject<{
    think: z.ZodOptional<z.ZodUnknown>;
    arrivals: z.ZodOptional<z.ZodUnknown>;
    request: z.ZodOptional<z.ZodString>;
    vuLimit: z.ZodOptional<z.ZodLiteral<"none">>;
}, z.core.$strict>;
export type ExportedSource = z.output<typeof exportedSource>;
/** The options at the top that this import reads. */
export declare const optionsSchema: z.ZodObject<{
    vus: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodPipe<z.ZodString, z.ZodTransform<number, string>>]>>;
    duration: z.ZodOptional<z.ZodPipe<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>, z.ZodTransform<string, string | number>>>;
    iterations: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodPipe<z.ZodString, z.ZodTransform<number, string>>]>>;
    stages: z.ZodOptional<z.ZodArray<z.ZodObject<{
        duration: z.ZodPipe<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>, z.ZodTransform<string, string | number>>;
        target: z.ZodUnion<readonly [z.ZodInt, z.ZodPipe<z.ZodString, z.ZodTransform<number, string>>]>;
    }, z.core.$strict>>>;
    scenarios: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodRecord<z.ZodString, z.ZodUnknown>>>;
    thresholds: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodString, z.ZodArray<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
        threshold: z.ZodString;
    }, z.core.$loose>]>>]>>>;
    ext: z.ZodOptional<z.ZodObject<{
        dryscale: z.ZodOptional<z.ZodObject<{
            sources: z.ZodRecord<z.ZodString, z.ZodObject<{
                think: z.ZodOptional<z.ZodUnknown>;
                arrivals: z.ZodOptional<z.ZodUnknown>;
                request: z.ZodOptional<z.ZodString>;
                vuLimit: z.ZodOptional<z.ZodLiteral<"none">>;
            }, z.core.$strict>>;
        }, z.core.$strict>>;
    }, z.core.$loose>>;
}, z.core.$loose>;
export type K6Options = z.output<typeof optionsSchema>;
/** Options at the top that change the traffic of k6 and cannot be followed, with what is missing. */
export declare const lostOptions: Readonly<Record<string, string>>;
/** Options at the top that have no bearing on how much traffic there is. */
export declare const idleOptions: readonly string[];
export {};
