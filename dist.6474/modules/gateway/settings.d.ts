import { z } from 'zod';
/** The entrance of all services: balancing, queueing and how fast it refuses. Times in seconds. */
export declare const gatewaySchema: z.ZodPrefault<z.ZodObject<{
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
export type GatewaySettings = z.output<typeof gatewaySchema>;
