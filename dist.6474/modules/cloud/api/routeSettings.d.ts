import { z } from 'zod';
/** One route of the user's own API: which requests it takes, what they do, what is answered. */
export declare const routeSchema: z.ZodObject<{
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
}, z.core.$strict>;
export type RouteSettings = z.output<typeof routeSchema>;
