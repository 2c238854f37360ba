import { z } from 'zod';
/** One instance of a service: what it can do at once and how it comes and goes. Times in seconds, sizes in bytes. */
export declare const instanceSchema: z.ZodObject<{
    vcpus: z.ZodDefault<z.ZodNumber>;
    baseCpu: z.ZodOptional<z.ZodNumber>;
    startupCpu: z.ZodOptional<z.ZodObject<{
        cores: z.ZodNumber;
        for: z.ZodCodec<z.ZodString, z.ZodNumber>;
    }, z.core.$strict>>;
    cpuRequest: z.ZodOptional<z.ZodNumber>;
    memoryRequest: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    speed: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("./speeds/index.js").SpeedInput, import("./speeds/index.js").SpeedInput>, z.ZodCustom<import("../base/variant.js").Chosen<readonly [import("../base/variant.js").Variant<"usl", z.ZodObject<{
        contention: z.ZodNumber;
        coherency: z.ZodDefault<z.ZodNumber>;
    }, z.core.$strict>, {
        readonly vcpus: number;
    }, import("./speed.js").Speed>, import("../base/variant.js").Variant<"table", z.ZodRecord<z.ZodString, z.ZodNumber>, {
        readonly vcpus: number;
    }, import("./speed.js").Speed>]>, import("../base/variant.js").Chosen<readonly [import("../base/variant.js").Variant<"usl", z.ZodObject<{
        contention: z.ZodNumber;
        coherency: z.ZodDefault<z.ZodNumber>;
    }, z.core.$strict>, {
        readonly vcpus: number;
    }, import("./speed.js").Speed>, import("../base/variant.js").Variant<"table", z.ZodRecord<z.ZodString, z.ZodNumber>, {
        readonly vcpus: number;
    }, import("./speed.js").Speed>]>>>>;
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
}, z.core.$strict>;
/** How many instances a service may have, and whether a policy decides it. */
export declare const scalingSchema: z.ZodPrefault<z.ZodObject<{
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
/** One fleet behind the gateway. */
export declare const serviceSchema: z.ZodObject<{
    instance: z.ZodPrefault<z.ZodObject<{
        vcpus: z.ZodDefault<z.ZodNumber>;
        baseCpu: z.ZodOptional<z.ZodNumber>;
        startupCpu: z.ZodOptional<z.ZodObject<{
            cores: z.ZodNumber;
            for: z.ZodCodec<z.ZodString, z.ZodNumber>;
        }, z.core.$strict>>;
        cpuRequest: z.ZodOptional<z.ZodNumber>;
        memoryRequest: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        speed: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("./speeds/index.js").SpeedInput, import("./speeds/index.js").SpeedInput>, z.ZodCustom<import("../base/variant.js").Chosen<readonly [import("../base/variant.js").Variant<"usl", z.ZodObject<{
            contention: z.ZodNumber;
            coherency: z.ZodDefault<z.ZodNumber>;
        }, z.core.$strict>, {
            readonly vcpus: number;
        }, import("./speed.js").Speed>, import("../base/variant.js").Variant<"table", z.ZodRecord<z.ZodString, z.ZodNumber>, {
            readonly vcpus: number;
        }, import("./speed.js").Speed>]>, import("../base/variant.js").Chosen<readonly [import("../base/variant.js").Variant<"usl", z.ZodObject<{
            contention: z.ZodNumber;
            coherency: z.ZodDefault<z.ZodNumber>;
        }, z.core.$strict>, {
            readonly vcpus: number;
        }, import("./speed.js").Speed>, import("../base/variant.js").Variant<"table", z.ZodRecord<z.ZodString, z.ZodNumber>, {
            readonly vcpus: number;
        }, import("./speed.js").Speed>]>>>>;
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
}, z.core.$strict>;
