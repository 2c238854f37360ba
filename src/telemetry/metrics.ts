/** What a policy may observe: name, unit, and whether services add up or average it. One list for policies, docs and checks. */
export const metrics = {
  cpu_utilization: { unit: 'ratio of the vCPUs', fold: 'mean' },
  cpu_utilization_of_request: { unit: 'ratio of cpuRequest', fold: 'mean' },
  memory_utilization: { unit: 'ratio of the memory', fold: 'mean' },
  network_bytes_per_second: { unit: 'bytes per second', fold: 'sum' },
  request_rate: { unit: 'completions per second', fold: 'sum' },
  in_flight: { unit: 'requests inside', fold: 'sum' },
  queue_depth: { unit: 'requests waiting', fold: 'sum' },
  latency_p50_seconds: { unit: 'seconds', fold: 'quantile' },
  latency_p95_seconds: { unit: 'seconds', fold: 'quantile' },
  latency_p99_seconds: { unit: 'seconds', fold: 'quantile' },
  error_rate: { unit: 'ratio of the answers', fold: 'mean' },
} as const satisfies Record<string, { readonly unit: string; readonly fold: 'mean' | 'sum' | 'quantile' }>;

export type MetricName = keyof typeof metrics;
// safe: the keys of the literal above are exactly its type's keys.
export const metricNames = Object.keys(metrics) as MetricName[];
