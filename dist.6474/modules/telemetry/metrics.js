/** What a policy may observe: name, unit, whether services add up or average it, and whether it covers a window. One list for policies, docs and checks. */
export const metrics = {
    cpu_utilization: { unit: 'ratio of the vCPUs', fold: 'mean', isOverWindow: true },
    cpu_utilization_of_request: { unit: 'ratio of cpuRequest', fold: 'mean', isOverWindow: true },
    memory_utilization: { unit: 'ratio of the memory', fold: 'mean', isOverWindow: false },
    network_bytes_per_second: { unit: 'bytes per second', fold: 'sum', isOverWindow: true },
    request_rate: { unit: 'completions per second', fold: 'sum', isOverWindow: true },
    in_flight: { unit: 'requests inside', fold: 'sum', isOverWindow: false },
    queue_depth: { unit: 'requests waiting', fold: 'sum', isOverWindow: false },
    latency_p50_seconds: { unit: 'seconds', fold: 'quantile', isOverWindow: true },
    latency_p95_seconds: { unit: 'seconds', fold: 'quantile', isOverWindow: true },
    latency_p99_seconds: { unit: 'seconds', fold: 'quantile', isOverWindow: true },
    error_rate: { unit: 'ratio of the answers', fold: 'mean', isOverWindow: true },
};
// safe: the keys of the literal above are exactly its type's keys.
export const metricNames = Object.keys(metrics);
