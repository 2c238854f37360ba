import { z } from 'zod';
/**
 * How metrics reach a policy: collected every `scrape` over `window`, shown `delay` later, lost with probability `loss`. Seconds.
 *
 * No key has a default here: whether the scenario said it decides between the scenario and the platform.
 */
export declare const telemetrySchema: z.ZodPrefault<z.ZodObject<{
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
export type TelemetrySettings = z.output<typeof telemetrySchema>;
