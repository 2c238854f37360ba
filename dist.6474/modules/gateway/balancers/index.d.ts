import type { Balancer, BalancerContext } from '../balancer.js';
/** Every way to balance load. */
export declare const balancers: readonly [import("../../base/variant.js").Variant<"round-robin", import("zod").ZodObject<{}, import("zod/v4/core").$strict>, BalancerContext, Balancer>, import("../../base/variant.js").Variant<"random", import("zod").ZodObject<{}, import("zod/v4/core").$strict>, BalancerContext, Balancer>, import("../../base/variant.js").Variant<"least-requests", import("zod").ZodObject<{}, import("zod/v4/core").$strict>, BalancerContext, Balancer>, import("../../base/variant.js").Variant<"power-of-two", import("zod").ZodObject<{}, import("zod/v4/core").$strict>, BalancerContext, Balancer>];
export declare const balancerSettings: import("zod").ZodCodec<import("zod").ZodCustom<"least-requests" | "power-of-two" | "random" | "round-robin" | {
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
}>, import("zod").ZodCustom<{
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
}>>;
export declare const buildBalancer: (chosen: {
    readonly variant: string;
    readonly settings: unknown;
}, context: BalancerContext) => Balancer;
