import { z } from 'zod';
/** The provider: how fast and how often its API answers, how much it has, how it bills. Times in seconds. */
export declare const cloudSchema: z.ZodPrefault<z.ZodObject<{
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
export type CloudSettings = z.output<typeof cloudSchema>;
