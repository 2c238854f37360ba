/** What a policy may observe: name, unit, whether services add up or average it, and whether it covers a window. One list for policies, docs and checks. */
export declare const metrics: {
    readonly cpu_utilization: {
        readonly unit: 'ratio of the vCPUs';
        readonly fold: 'mean';
        readonly isOverWindow: true;
    };
    readonly cpu_utilization_of_request: {
        readonly unit: 'ratio of cpuRequest';
        readonly fold: 'mean';
        readonly isOverWindow: true;
    };
    readonly memory_utilization: {
        readonly unit: 'ratio of the memory';
        readonly fold: 'mean';
        readonly isOverWindow: false;
    };
    readonly network_bytes_per_second: {
        readonly unit: 'bytes per second';
        readonly fold: 'sum';
        readonly isOverWindow: true;
    };
    readonly request_rate: {
        readonly unit: 'completions per second';
        readonly fold: 'sum';
        readonly isOverWindow: true;
    };
    readonly in_flight: {
        readonly unit: 'requests inside';
        readonly fold: 'sum';
        readonly isOverWindow: false;
    };
    readonly queue_depth: {
        readonly unit: 'requests waiting';
        readonly fold: 'sum';
        readonly isOverWindow: false;
    };
    readonly latency_p50_seconds: {
        readonly unit: 'seconds';
        readonly fold: 'quantile';
        readonly isOverWindow: true;
    };
    readonly latency_p95_seconds: {
        readonly unit: 'seconds';
        readonly fold: 'quantile';
        readonly isOverWindow: true;
    };
    readonly latency_p99_seconds: {
        readonly unit: 'seconds';
        readonly fold: 'quantile';
        readonly isOverWindow: true;
    };
    readonly error_rate: {
        readonly unit: 'ratio of the answers';
        readonly fold: 'mean';
        readonly isOverWindow: true;
    };
};
export type MetricName = keyof typeof metrics;
export declare const metricNames: MetricName[];
