import { z } from 'zod';
/** What happened to the last action: taken; cut by min/max; 429; quota or capacity; API error. */
export declare const actionResults: readonly ['accepted', 'clamped', 'throttled', 'refused', 'failed'];
export type ActionResult = (typeof actionResults)[number];
/** What a policy may see at one tick: seconds, ratios 0..1, per service. A metric without data is absent, never 0. */
export declare const observationSchema: z.ZodObject<{
    time: z.ZodNumber;
    epochSeconds: z.ZodOptional<z.ZodNumber>;
    service: z.ZodString;
    instances: z.ZodObject<{
        desired: z.ZodInt;
        ready: z.ZodInt;
        pending: z.ZodInt;
        starting: z.ZodInt;
        draining: z.ZodInt;
        failed: z.ZodInt;
        min: z.ZodInt;
        max: z.ZodInt;
    }, z.core.$strip>;
    metrics: z.ZodRecord<z.ZodEnum<{
        age_seconds: "age_seconds";
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
        window_seconds: "window_seconds";
    }> & z.core.$partial, z.ZodNumber>;
    metricsFailed: z.ZodOptional<z.ZodBoolean>;
    lastAction: z.ZodOptional<z.ZodObject<{
        time: z.ZodNumber;
        desired: z.ZodInt;
        result: z.ZodEnum<{
            accepted: "accepted";
            clamped: "clamped";
            failed: "failed";
            refused: "refused";
            throttled: "throttled";
        }>;
    }, z.core.$strip>>;
    perInstance: z.ZodOptional<z.ZodArray<z.ZodObject<{
        id: z.ZodString;
        phase: z.ZodEnum<{
            draining: "draining";
            pending: "pending";
            ready: "ready";
            starting: "starting";
        }>;
        startedAt: z.ZodNumber;
        readyAt: z.ZodOptional<z.ZodNumber>;
        deletedAt: z.ZodOptional<z.ZodNumber>;
        metrics: z.ZodRecord<z.ZodEnum<{
            age_seconds: "age_seconds";
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
            window_seconds: "window_seconds";
        }> & z.core.$partial, z.ZodNumber>;
    }, z.core.$strip>>>;
    resources: z.ZodDefault<z.ZodObject<{
        vcpus: z.ZodOptional<z.ZodNumber>;
        cpuRequest: z.ZodOptional<z.ZodNumber>;
        memory: z.ZodOptional<z.ZodNumber>;
        memoryRequest: z.ZodOptional<z.ZodNumber>;
    }, z.core.$strip>>;
    context: z.ZodDefault<z.ZodObject<{
        environment: z.ZodOptional<z.ZodString>;
    }, z.core.$strip>>;
}, z.core.$strip>;
type ObservationData = z.output<typeof observationSchema>;
/** One recorded observation: a line of `decide --observations`, or a row of recorded series. */
export type RecordedObservation = ObservationData & {
    /** What single feeds of a manifest showed, by the feed's name: series that were recorded for one trigger. */
    readonly feeds?: Readonly<Record<string, MetricValues>>;
};
export type InstanceCounts = ObservationData['instances'];
export type MetricValues = ObservationData['metrics'];
export type LastAction = NonNullable<ObservationData['lastAction']>;
export type InstanceObservation = NonNullable<ObservationData['perInstance']>[number];
/** The observation handed to `decide`. `perInstance` and `history` are built only when read. */
export interface Observation extends Omit<ObservationData, 'perInstance'> {
    readonly perInstance: readonly InstanceObservation[];
    /** [time, value] pairs of a metric over the last `span` (a duration such as "5m"), oldest first. */
    history(name: string, span: string): [number, number][];
    /** The same instant as one of the policy's own feeds shows it; absent where there is only one view (a recording). */
    through?(feedName: string): Observation;
}
/** The instant on the calendar, seconds since 1970; a recording that does not say it counts from 1970, or from the default start. */
export declare function epochSecondsOf({ time, epochSeconds }: Pick<Observation, 'time' | 'epochSeconds'>): number;
/** The instant as a feed shows it; a recording shows the same to all. */
export declare function seenThrough(observation: Observation, feedName: string): Observation;
export {};
