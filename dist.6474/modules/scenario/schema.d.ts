import { z } from 'zod';
/** A scenario file. Each part's schema stands in the folder that owns it. */
export declare const scenarioSchema: z.ZodObject<{
    $schema: z.ZodOptional<z.ZodString>;
    name: z.ZodString;
    description: z.ZodOptional<z.ZodString>;
    duration: z.ZodCodec<z.ZodString, z.ZodNumber>;
    warmup: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    start: z.ZodOptional<z.ZodString>;
    occurs: z.ZodOptional<z.ZodObject<{
        times: z.ZodNumber;
        per: z.ZodEnum<{
            day: "day";
            month: "month";
            week: "week";
            year: "year";
        }>;
    }, z.core.$strict>>;
    seed: z.ZodDefault<z.ZodInt>;
    policies: z.ZodDefault<z.ZodArray<z.ZodString>>;
    policyEnv: z.ZodDefault<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean]>>>;
    traffic: z.ZodRecord<z.ZodString, z.ZodDiscriminatedUnion<[z.ZodObject<{
        startTime: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        request: z.ZodOptional<z.ZodString>;
        exec: z.ZodOptional<z.ZodString>;
        env: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
        tags: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
        gracefulStop: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        think: z.ZodPrefault<z.ZodCodec<z.ZodCustom<import("../random/distributions/index.js").DistributionInput, import("../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../random/distributions/index.js").DistributionSettings, import("../random/distributions/index.js").DistributionSettings>>>;
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
        think: z.ZodPrefault<z.ZodCodec<z.ZodCustom<import("../random/distributions/index.js").DistributionInput, import("../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../random/distributions/index.js").DistributionSettings, import("../random/distributions/index.js").DistributionSettings>>>;
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
        think: z.ZodPrefault<z.ZodCodec<z.ZodCustom<import("../random/distributions/index.js").DistributionInput, import("../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../random/distributions/index.js").DistributionSettings, import("../random/distributions/index.js").DistributionSettings>>>;
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
        think: z.ZodPrefault<z.ZodCodec<z.ZodCustom<import("../random/distributions/index.js").DistributionInput, import("../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../random/distributions/index.js").DistributionSettings, import("../random/distributions/index.js").DistributionSettings>>>;
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
    }, z.core.$strict>], "executor">>;
    requests: z.ZodRecord<z.ZodString, z.ZodObject<{
        route: z.ZodUnion<readonly [z.ZodString, z.ZodRecord<z.ZodString, z.ZodNumber>]>;
        cpu: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../random/distributions/index.js").DistributionInput, import("../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../random/distributions/index.js").DistributionSettings, import("../random/distributions/index.js").DistributionSettings>>>;
        io: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../random/distributions/index.js").DistributionInput, import("../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../random/distributions/index.js").DistributionSettings, import("../random/distributions/index.js").DistributionSettings>>>;
        memory: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        requestBytes: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        responseBytes: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        priority: z.ZodDefault<z.ZodInt>;
        patience: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../random/distributions/index.js").DistributionInput, import("../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../random/distributions/index.js").DistributionSettings, import("../random/distributions/index.js").DistributionSettings>>>;
        errorRate: z.ZodDefault<z.ZodNumber>;
    }, z.core.$strict>>;
    services: z.ZodRecord<z.ZodString, z.ZodObject<{
        instance: z.ZodPrefault<z.ZodObject<{
            vcpus: z.ZodDefault<z.ZodNumber>;
            baseCpu: z.ZodOptional<z.ZodNumber>;
            startupCpu: z.ZodOptional<z.ZodObject<{
                cores: z.ZodNumber;
                for: z.ZodCodec<z.ZodString, z.ZodNumber>;
            }, z.core.$strict>>;
            cpuRequest: z.ZodOptional<z.ZodNumber>;
            memoryRequest: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
            speed: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../fleet/speeds/index.js").SpeedInput, import("../fleet/speeds/index.js").SpeedInput>, z.ZodCustom<import("../base/variant.js").Chosen<readonly [import("../base/variant.js").Variant<"usl", z.ZodObject<{
                contention: z.ZodNumber;
                coherency: z.ZodDefault<z.ZodNumber>;
            }, z.core.$strict>, {
                readonly vcpus: number;
            }, import("../fleet/speed.js").Speed>, import("../base/variant.js").Variant<"table", z.ZodRecord<z.ZodString, z.ZodNumber>, {
                readonly vcpus: number;
            }, import("../fleet/speed.js").Speed>]>, import("../base/variant.js").Chosen<readonly [import("../base/variant.js").Variant<"usl", z.ZodObject<{
                contention: z.ZodNumber;
                coherency: z.ZodDefault<z.ZodNumber>;
            }, z.core.$strict>, {
                readonly vcpus: number;
            }, import("../fleet/speed.js").Speed>, import("../base/variant.js").Variant<"table", z.ZodRecord<z.ZodString, z.ZodNumber>, {
                readonly vcpus: number;
            }, import("../fleet/speed.js").Speed>]>>>>;
            concurrency: z.ZodOptional<z.ZodInt>;
            queue: z.ZodOptional<z.ZodInt>;
            memory: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
            baseMemory: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
            networkMbps: z.ZodOptional<z.ZodNumber>;
            startup: z.ZodPrefault<z.ZodCodec<z.ZodCustom<import("../random/distributions/index.js").DistributionInput, import("../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../random/distributions/index.js").DistributionSettings, import("../random/distributions/index.js").DistributionSettings>>>;
            slowStart: z.ZodOptional<z.ZodObject<{
                for: z.ZodCodec<z.ZodString, z.ZodNumber>;
                factor: z.ZodNumber;
            }, z.core.$strict>>;
            drain: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
            dropExpired: z.ZodDefault<z.ZodBoolean>;
            price: z.ZodDefault<z.ZodNumber>;
        }, z.core.$strict>>;
        zones: z.ZodDefault<z.ZodInt>;
        scaling: z.ZodPrefault<z.ZodObject<{
            min: z.ZodOptional<z.ZodInt>;
            max: z.ZodOptional<z.ZodInt>;
            initial: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodLiteral<"needed">]>>;
            policy: z.ZodOptional<z.ZodString>;
            controllers: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodObject<{
                count: z.ZodInt;
                workers: z.ZodOptional<z.ZodInt>;
                shared: z.ZodDefault<z.ZodLiteral<"gateway" | boolean>>;
            }, z.core.$strict>]>>;
            perRequest: z.ZodOptional<z.ZodObject<{
                idleTimeout: z.ZodCodec<z.ZodCustom<import("../random/distributions/index.js").DistributionInput, import("../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../random/distributions/index.js").DistributionSettings, import("../random/distributions/index.js").DistributionSettings>>;
                bill: z.ZodDefault<z.ZodEnum<{
                    duration: "duration";
                    idle: "idle";
                }>>;
                pricePerMillion: z.ZodDefault<z.ZodNumber>;
            }, z.core.$strict>>;
        }, z.core.$strict>>;
    }, z.core.$strict>>;
    gateway: z.ZodPrefault<z.ZodObject<{
        balancer: z.ZodPrefault<z.ZodCodec<z.ZodCustom<"least-requests" | "power-of-two" | "random" | "round-robin" | {
            readonly "least-requests": Record<string, never>;
        } | {
            readonly "power-of-two": Record<string, never>;
        } | {
            readonly random: Record<string, never>;
        } | {
            readonly "round-robin": Record<string, never>;
        }, "least-requests" | "power-of-two" | "random" | "round-robin" | {
            readonly "least-requests": Record<string, never>;
        } | {
            readonly "power-of-two": Record<string, never>;
        } | {
            readonly random: Record<string, never>;
        } | {
            readonly "round-robin": Record<string, never>;
        }>, z.ZodCustom<{
            readonly variant: "least-requests";
            readonly settings: Record<string, never>;
        } | {
            readonly variant: "power-of-two";
            readonly settings: Record<string, never>;
        } | {
            readonly variant: "random";
            readonly settings: Record<string, never>;
        } | {
            readonly variant: "round-robin";
            readonly settings: Record<string, never>;
        }, {
            readonly variant: "least-requests";
            readonly settings: Record<string, never>;
        } | {
            readonly variant: "power-of-two";
            readonly settings: Record<string, never>;
        } | {
            readonly variant: "random";
            readonly settings: Record<string, never>;
        } | {
            readonly variant: "round-robin";
            readonly settings: Record<string, never>;
        }>>>;
        queue: z.ZodOptional<z.ZodObject<{
            limit: z.ZodOptional<z.ZodInt>;
            timeout: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
            discipline: z.ZodDefault<z.ZodEnum<{
                fifo: "fifo";
                priority: "priority";
            }>>;
        }, z.core.$strict>>;
        timeout: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        totalTimeout: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        retries: z.ZodOptional<z.ZodObject<{
            attempts: z.ZodInt;
            on: z.ZodDefault<z.ZodArray<z.ZodEnum<{
                "5xx": "5xx";
                timeout: "timeout";
            }>>>;
            backoff: z.ZodPrefault<z.ZodObject<{
                base: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
                factor: z.ZodDefault<z.ZodNumber>;
                jitter: z.ZodDefault<z.ZodEnum<{
                    equal: "equal";
                    exponential: "exponential";
                    full: "full";
                    none: "none";
                }>>;
            }, z.core.$strict>>;
            budget: z.ZodOptional<z.ZodNumber>;
        }, z.core.$strict>>;
        rejectLatency: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    }, z.core.$strict>>;
    telemetry: z.ZodPrefault<z.ZodObject<{
        scrape: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        window: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        delay: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        staleAfter: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        loss: z.ZodDefault<z.ZodNumber>;
        phase: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        metrics: z.ZodDefault<z.ZodRecord<z.ZodEnum<{
            cpu_utilization: "cpu_utilization";
            cpu_utilization_of_request: "cpu_utilization_of_request";
            error_rate: "error_rate";
            in_flight: "in_flight";
            latency_p50_seconds: "latency_p50_seconds";
            latency_p95_seconds: "latency_p95_seconds";
            latency_p99_seconds: "latency_p99_seconds";
            memory_utilization: "memory_utilization";
            network_bytes_per_second: "network_bytes_per_second";
            queue_depth: "queue_depth";
            request_rate: "request_rate";
        }> & z.core.$partial, z.ZodObject<{
            scrape: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
            window: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
            delay: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
            staleAfter: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
            loss: z.ZodOptional<z.ZodNumber>;
        }, z.core.$strict>>>;
    }, z.core.$strict>>;
    cloud: z.ZodPrefault<z.ZodObject<{
        api: z.ZodPrefault<z.ZodObject<{
            latency: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
            errorRate: z.ZodDefault<z.ZodNumber>;
            rateLimit: z.ZodOptional<z.ZodObject<{
                calls: z.ZodInt;
                per: z.ZodCodec<z.ZodString, z.ZodNumber>;
            }, z.core.$strict>>;
            routes: z.ZodDefault<z.ZodArray<z.ZodObject<{
                match: z.ZodString;
                does: z.ZodEnum<{
                    add: "add";
                    get: "get";
                    list: "list";
                    metric: "metric";
                    nothing: "nothing";
                    operation: "operation";
                    remove: "remove";
                    set: "set";
                }>;
                service: z.ZodOptional<z.ZodString>;
                count: z.ZodOptional<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>>;
                id: z.ZodOptional<z.ZodString>;
                metric: z.ZodOptional<z.ZodUnion<readonly [z.ZodEnum<{
                    cpu_utilization: "cpu_utilization";
                    cpu_utilization_of_request: "cpu_utilization_of_request";
                    error_rate: "error_rate";
                    in_flight: "in_flight";
                    latency_p50_seconds: "latency_p50_seconds";
                    latency_p95_seconds: "latency_p95_seconds";
                    latency_p99_seconds: "latency_p99_seconds";
                    memory_utilization: "memory_utilization";
                    network_bytes_per_second: "network_bytes_per_second";
                    queue_depth: "queue_depth";
                    request_rate: "request_rate";
                }>, z.ZodString]>>;
                staleness: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
                reply: z.ZodPrefault<z.ZodObject<{
                    status: z.ZodOptional<z.ZodInt>;
                    headers: z.ZodDefault<z.ZodRecord<z.ZodString, z.ZodString>>;
                    json: z.ZodOptional<z.ZodUnknown>;
                    text: z.ZodOptional<z.ZodString>;
                    instance: z.ZodOptional<z.ZodUnknown>;
                    states: z.ZodDefault<z.ZodRecord<z.ZodEnum<{
                        done: "done";
                        draining: "draining";
                        ready: "ready";
                        running: "running";
                        starting: "starting";
                    }> & z.core.$partial, z.ZodString>>;
                }, z.core.$strict>>;
            }, z.core.$strict>>>;
            preset: z.ZodDefault<z.ZodUnion<readonly [z.ZodEnum<{
                "aws-asg": "aws-asg";
                "gcp-mig": "gcp-mig";
                hetzner: "hetzner";
                openstack: "openstack";
            }>, z.ZodArray<z.ZodEnum<{
                "aws-asg": "aws-asg";
                "gcp-mig": "gcp-mig";
                hetzner: "hetzner";
                openstack: "openstack";
            }>>]>>;
        }, z.core.$strict>>;
        quota: z.ZodOptional<z.ZodInt>;
        capacity: z.ZodDefault<z.ZodArray<z.ZodObject<{
            at: z.ZodCodec<z.ZodString, z.ZodNumber>;
            available: z.ZodInt;
        }, z.core.$strict>>>;
        billing: z.ZodPrefault<z.ZodObject<{
            granularity: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
            minimum: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
            from: z.ZodDefault<z.ZodEnum<{
                launch: "launch";
                ready: "ready";
            }>>;
        }, z.core.$strict>>;
    }, z.core.$strict>>;
    faults: z.ZodDefault<z.ZodArray<z.ZodDiscriminatedUnion<[z.ZodObject<{
        kind: z.ZodLiteral<"crash">;
        at: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        every: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../random/distributions/index.js").DistributionInput, import("../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../random/distributions/index.js").DistributionSettings, import("../random/distributions/index.js").DistributionSettings>>>;
        for: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../random/distributions/index.js").DistributionInput, import("../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../random/distributions/index.js").DistributionSettings, import("../random/distributions/index.js").DistributionSettings>>>;
        service: z.ZodOptional<z.ZodString>;
        count: z.ZodOptional<z.ZodInt>;
        fraction: z.ZodOptional<z.ZodNumber>;
    }, z.core.$strict>, z.ZodObject<{
        kind: z.ZodLiteral<"pause">;
        at: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        every: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../random/distributions/index.js").DistributionInput, import("../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../random/distributions/index.js").DistributionSettings, import("../random/distributions/index.js").DistributionSettings>>>;
        for: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../random/distributions/index.js").DistributionInput, import("../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../random/distributions/index.js").DistributionSettings, import("../random/distributions/index.js").DistributionSettings>>>;
        service: z.ZodOptional<z.ZodString>;
        count: z.ZodOptional<z.ZodInt>;
        fraction: z.ZodOptional<z.ZodNumber>;
    }, z.core.$strict>, z.ZodObject<{
        kind: z.ZodLiteral<"zone-outage">;
        at: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        every: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../random/distributions/index.js").DistributionInput, import("../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../random/distributions/index.js").DistributionSettings, import("../random/distributions/index.js").DistributionSettings>>>;
        for: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../random/distributions/index.js").DistributionInput, import("../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../random/distributions/index.js").DistributionSettings, import("../random/distributions/index.js").DistributionSettings>>>;
        service: z.ZodOptional<z.ZodString>;
        zone: z.ZodInt;
    }, z.core.$strict>, z.ZodObject<{
        kind: z.ZodLiteral<"slow">;
        at: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        every: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../random/distributions/index.js").DistributionInput, import("../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../random/distributions/index.js").DistributionSettings, import("../random/distributions/index.js").DistributionSettings>>>;
        for: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../random/distributions/index.js").DistributionInput, import("../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../random/distributions/index.js").DistributionSettings, import("../random/distributions/index.js").DistributionSettings>>>;
        service: z.ZodOptional<z.ZodString>;
        count: z.ZodOptional<z.ZodInt>;
        fraction: z.ZodOptional<z.ZodNumber>;
        factor: z.ZodNumber;
    }, z.core.$strict>, z.ZodObject<{
        kind: z.ZodLiteral<"errors">;
        at: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        every: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../random/distributions/index.js").DistributionInput, import("../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../random/distributions/index.js").DistributionSettings, import("../random/distributions/index.js").DistributionSettings>>>;
        for: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../random/distributions/index.js").DistributionInput, import("../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../random/distributions/index.js").DistributionSettings, import("../random/distributions/index.js").DistributionSettings>>>;
        service: z.ZodOptional<z.ZodString>;
        count: z.ZodOptional<z.ZodInt>;
        fraction: z.ZodOptional<z.ZodNumber>;
        rate: z.ZodNumber;
    }, z.core.$strict>, z.ZodObject<{
        kind: z.ZodLiteral<"startup-failure">;
        at: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        every: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../random/distributions/index.js").DistributionInput, import("../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../random/distributions/index.js").DistributionSettings, import("../random/distributions/index.js").DistributionSettings>>>;
        for: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../random/distributions/index.js").DistributionInput, import("../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../random/distributions/index.js").DistributionSettings, import("../random/distributions/index.js").DistributionSettings>>>;
        service: z.ZodOptional<z.ZodString>;
        rate: z.ZodNumber;
    }, z.core.$strict>, z.ZodObject<{
        kind: z.ZodLiteral<"metrics-outage">;
        at: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        every: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../random/distributions/index.js").DistributionInput, import("../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../random/distributions/index.js").DistributionSettings, import("../random/distributions/index.js").DistributionSettings>>>;
        for: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../random/distributions/index.js").DistributionInput, import("../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../random/distributions/index.js").DistributionSettings, import("../random/distributions/index.js").DistributionSettings>>>;
        service: z.ZodOptional<z.ZodString>;
        of: z.ZodDefault<z.ZodEnum<{
            server: "server";
            targets: "targets";
        }>>;
    }, z.core.$strict>, z.ZodObject<{
        kind: z.ZodLiteral<"api-outage">;
        at: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        every: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../random/distributions/index.js").DistributionInput, import("../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../random/distributions/index.js").DistributionSettings, import("../random/distributions/index.js").DistributionSettings>>>;
        for: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../random/distributions/index.js").DistributionInput, import("../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../random/distributions/index.js").DistributionSettings, import("../random/distributions/index.js").DistributionSettings>>>;
        service: z.ZodOptional<z.ZodString>;
    }, z.core.$strict>, z.ZodObject<{
        kind: z.ZodLiteral<"rolling-update">;
        at: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        every: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../random/distributions/index.js").DistributionInput, import("../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../random/distributions/index.js").DistributionSettings, import("../random/distributions/index.js").DistributionSettings>>>;
        for: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../random/distributions/index.js").DistributionInput, import("../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../random/distributions/index.js").DistributionSettings, import("../random/distributions/index.js").DistributionSettings>>>;
        service: z.ZodOptional<z.ZodString>;
        maxSurge: z.ZodDefault<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>>;
        maxUnavailable: z.ZodDefault<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>>;
        minReady: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    }, z.core.$strict>], "kind">>>;
    slo: z.ZodOptional<z.ZodObject<{
        latency: z.ZodCodec<z.ZodString, z.ZodNumber>;
        objective: z.ZodNumber;
        gate: z.ZodDefault<z.ZodBoolean>;
    }, z.core.$strict>>;
    assumptions: z.ZodDefault<z.ZodArray<z.ZodObject<{
        path: z.ZodString;
        low: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodNumber]>>;
        high: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodNumber]>>;
        basis: z.ZodEnum<{
            asked: "asked";
            default: "default";
            derived: "derived";
            guess: "guess";
            measured: "measured";
        }>;
        from: z.ZodOptional<z.ZodString>;
    }, z.core.$strict>>>;
    thresholds: z.ZodDefault<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodString, z.ZodArray<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
        threshold: z.ZodString;
        abortOnFail: z.ZodOptional<z.ZodBoolean>;
        delayAbortEval: z.ZodOptional<z.ZodString>;
    }, z.core.$strict>]>>]>>>;
}, z.core.$strict>;
/** What a scenario file may say. */
export type ScenarioInput = z.input<typeof scenarioSchema>;
type Parsed = z.output<typeof scenarioSchema>;
type ParsedService = Parsed['services'][string];
/** A scenario with every default filled in: what the engine runs. Durations are seconds, sizes bytes. */
export type Scenario = Omit<Parsed, 'services' | 'thresholds' | 'policyEnv'> & {
    readonly services: Readonly<Record<string, Omit<ParsedService, 'scaling'> & {
        readonly scaling: ParsedService['scaling'] & {
            min: number;
            initial: number | 'needed';
            max: number;
        };
    }>>;
    readonly policyEnv: Readonly<Record<string, string>>;
    /** Expressions by metric. */
    readonly thresholds: Readonly<Record<string, readonly string[]>>;
};
/** Fills in the defaults that depend on other keys: min = 1 (0 with perRequest), initial = min (needed under a trace), max = initial, the only request class. */
export declare function resolveDefaults(parsed: Parsed): Scenario;
/** Whether a trace feeds a service, and no virtual users, whose rate is not known in advance. */
export declare function hasRecordedTraffic({ traffic, requests }: Pick<Parsed, 'traffic' | 'requests'>, name: string): boolean;
export {};
