import { z } from 'zod';
import type { EndFault, FaultWorld } from '../fault.js';
/** Every kind of fault. */
export declare const faultKinds: readonly [import("../fault.js").FaultKind<"crash", {
    count: z.ZodOptional<z.ZodInt>;
    fraction: z.ZodOptional<z.ZodNumber>;
}> & {
    readonly schema: z.ZodObject<{
        kind: z.ZodLiteral<"crash">;
        at: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        every: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
        for: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
        service: z.ZodOptional<z.ZodString>;
        count: z.ZodOptional<z.ZodInt>;
        fraction: z.ZodOptional<z.ZodNumber>;
    }, z.core.$strict>;
}, import("../fault.js").FaultKind<"pause", {
    count: z.ZodOptional<z.ZodInt>;
    fraction: z.ZodOptional<z.ZodNumber>;
}> & {
    readonly schema: z.ZodObject<{
        kind: z.ZodLiteral<"pause">;
        at: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        every: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
        for: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
        service: z.ZodOptional<z.ZodString>;
        count: z.ZodOptional<z.ZodInt>;
        fraction: z.ZodOptional<z.ZodNumber>;
    }, z.core.$strict>;
}, import("../fault.js").FaultKind<"zone-outage", {
    zone: z.ZodInt;
}> & {
    readonly schema: z.ZodObject<{
        kind: z.ZodLiteral<"zone-outage">;
        at: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        every: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
        for: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
        service: z.ZodOptional<z.ZodString>;
        zone: z.ZodInt;
    }, z.core.$strict>;
}, import("../fault.js").FaultKind<"slow", {
    count: z.ZodOptional<z.ZodInt>;
    fraction: z.ZodOptional<z.ZodNumber>;
    factor: z.ZodNumber;
}> & {
    readonly schema: z.ZodObject<{
        kind: z.ZodLiteral<"slow">;
        at: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        every: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
        for: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
        service: z.ZodOptional<z.ZodString>;
        count: z.ZodOptional<z.ZodInt>;
        fraction: z.ZodOptional<z.ZodNumber>;
        factor: z.ZodNumber;
    }, z.core.$strict>;
}, import("../fault.js").FaultKind<"errors", {
    count: z.ZodOptional<z.ZodInt>;
    fraction: z.ZodOptional<z.ZodNumber>;
    rate: z.ZodNumber;
}> & {
    readonly schema: z.ZodObject<{
        kind: z.ZodLiteral<"errors">;
        at: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        every: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
        for: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
        service: z.ZodOptional<z.ZodString>;
        count: z.ZodOptional<z.ZodInt>;
        fraction: z.ZodOptional<z.ZodNumber>;
        rate: z.ZodNumber;
    }, z.core.$strict>;
}, import("../fault.js").FaultKind<"startup-failure", {
    rate: z.ZodNumber;
}> & {
    readonly schema: z.ZodObject<{
        kind: z.ZodLiteral<"startup-failure">;
        at: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        every: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
        for: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
        service: z.ZodOptional<z.ZodString>;
        rate: z.ZodNumber;
    }, z.core.$strict>;
}, import("../fault.js").FaultKind<"metrics-outage", {
    of: z.ZodDefault<z.ZodEnum<{
        server: "server";
        targets: "targets";
    }>>;
}> & {
    readonly schema: z.ZodObject<{
        kind: z.ZodLiteral<"metrics-outage">;
        at: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        every: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
        for: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
        service: z.ZodOptional<z.ZodString>;
        of: z.ZodDefault<z.ZodEnum<{
            server: "server";
            targets: "targets";
        }>>;
    }, z.core.$strict>;
}, import("../fault.js").FaultKind<"api-outage", {}> & {
    readonly schema: z.ZodObject<{
        kind: z.ZodLiteral<"api-outage">;
        at: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        every: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
        for: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
        service: z.ZodOptional<z.ZodString>;
    }, z.core.$strict>;
}, import("../fault.js").FaultKind<"rolling-update", {
    maxSurge: z.ZodDefault<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>>;
    maxUnavailable: z.ZodDefault<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>>;
    minReady: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
}> & {
    readonly schema: z.ZodObject<{
        kind: z.ZodLiteral<"rolling-update">;
        at: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
        every: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
        for: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
        service: z.ZodOptional<z.ZodString>;
        maxSurge: z.ZodDefault<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>>;
        maxUnavailable: z.ZodDefault<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>>;
        minReady: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    }, z.core.$strict>;
}];
/** One fault of a scenario; `kind` says which. */
export declare const faultSchema: z.ZodDiscriminatedUnion<[z.ZodObject<{
    kind: z.ZodLiteral<"crash">;
    at: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    every: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
    for: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
    service: z.ZodOptional<z.ZodString>;
    count: z.ZodOptional<z.ZodInt>;
    fraction: z.ZodOptional<z.ZodNumber>;
}, z.core.$strict>, z.ZodObject<{
    kind: z.ZodLiteral<"pause">;
    at: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    every: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
    for: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
    service: z.ZodOptional<z.ZodString>;
    count: z.ZodOptional<z.ZodInt>;
    fraction: z.ZodOptional<z.ZodNumber>;
}, z.core.$strict>, z.ZodObject<{
    kind: z.ZodLiteral<"zone-outage">;
    at: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    every: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
    for: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
    service: z.ZodOptional<z.ZodString>;
    zone: z.ZodInt;
}, z.core.$strict>, z.ZodObject<{
    kind: z.ZodLiteral<"slow">;
    at: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    every: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
    for: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
    service: z.ZodOptional<z.ZodString>;
    count: z.ZodOptional<z.ZodInt>;
    fraction: z.ZodOptional<z.ZodNumber>;
    factor: z.ZodNumber;
}, z.core.$strict>, z.ZodObject<{
    kind: z.ZodLiteral<"errors">;
    at: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    every: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
    for: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
    service: z.ZodOptional<z.ZodString>;
    count: z.ZodOptional<z.ZodInt>;
    fraction: z.ZodOptional<z.ZodNumber>;
    rate: z.ZodNumber;
}, z.core.$strict>, z.ZodObject<{
    kind: z.ZodLiteral<"startup-failure">;
    at: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    every: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
    for: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
    service: z.ZodOptional<z.ZodString>;
    rate: z.ZodNumber;
}, z.core.$strict>, z.ZodObject<{
    kind: z.ZodLiteral<"metrics-outage">;
    at: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    every: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
    for: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
    service: z.ZodOptional<z.ZodString>;
    of: z.ZodDefault<z.ZodEnum<{
        server: "server";
        targets: "targets";
    }>>;
}, z.core.$strict>, z.ZodObject<{
    kind: z.ZodLiteral<"api-outage">;
    at: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    every: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
    for: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
    service: z.ZodOptional<z.ZodString>;
}, z.core.$strict>, z.ZodObject<{
    kind: z.ZodLiteral<"rolling-update">;
    at: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    every: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
    for: z.ZodOptional<z.ZodCodec<z.ZodCustom<import("../../random/distributions/index.js").DistributionInput, import("../../random/distributions/index.js").DistributionInput>, z.ZodCustom<import("../../random/distributions/index.js").DistributionSettings, import("../../random/distributions/index.js").DistributionSettings>>>;
    service: z.ZodOptional<z.ZodString>;
    maxSurge: z.ZodDefault<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>>;
    maxUnavailable: z.ZodDefault<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>>;
    minReady: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
}, z.core.$strict>], "kind">;
export type FaultSettings = z.output<typeof faultSchema>;
/** Begins a fault of a scenario now. */
export declare function beginFault(settings: FaultSettings, world: FaultWorld): EndFault;
