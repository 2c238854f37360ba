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
  healthy_instances: { unit: 'instances that the gateway may send to', fold: 'sum', isOverWindow: false },
  ejected: { unit: 'instances ejected', fold: 'sum', isOverWindow: false },
  circuit_open: { unit: '1 while a circuit breaker is open, else 0', fold: 'any', isOverWindow: false },
  rate_limited_per_second: { unit: 'tries answered 429 per second', fold: 'sum', isOverWindow: true },
  requests_running: { unit: 'requests in the batches of model servers', fold: 'sum', isOverWindow: false },
  requests_waiting: { unit: 'requests waiting at model servers', fold: 'sum', isOverWindow: false },
  kv_utilization: { unit: 'ratio of the KV memory', fold: 'mean', isOverWindow: false },
  gpu_utilization: { unit: 'ratio of the time', fold: 'mean', isOverWindow: true },
  prompt_tokens_per_second: { unit: 'tokens per second', fold: 'sum', isOverWindow: true },
  output_tokens_per_second: { unit: 'tokens per second', fold: 'sum', isOverWindow: true },
  preemptions_per_second: { unit: 'preemptions per second', fold: 'sum', isOverWindow: true },
  prefix_hit_ratio: { unit: 'ratio of the tokens of prompts', fold: 'mean', isOverWindow: true },
  quality_ratio: { unit: 'ratio of the graded answers', fold: 'mean', isOverWindow: true },
  ttft_p50_seconds: { unit: 'seconds', fold: 'quantile', isOverWindow: true },
  ttft_p95_seconds: { unit: 'seconds', fold: 'quantile', isOverWindow: true },
  itl_p50_seconds: { unit: 'seconds', fold: 'quantile', isOverWindow: true },
  itl_p95_seconds: { unit: 'seconds', fold: 'quantile', isOverWindow: true },
} as const satisfies Record<
  string,
  { readonly unit: string; readonly fold: 'mean' | 'sum' | 'quantile' | 'any'; readonly isOverWindow: boolean }
>;

export type MetricName = keyof typeof metrics;
export type Readings = Partial<Record<MetricName, number>>;
// safe: the keys of the literal above are exactly its type's keys.
export const metricNames = Object.keys(metrics) as MetricName[];

const counted: ReadonlySet<string> = new Set([
  'in_flight',
  'queue_depth',
  'healthy_instances',
  'ejected',
  'circuit_open',
  'requests_running',
  'requests_waiting',
]);

/** Whether a metric is a whole number: an integer in Lua. */
export function isCountMetric(name: string): boolean {
  return counted.has(name);
}

/** Measured at the gateway for a whole service: single instances have none. */
export const metricsOfServices: readonly MetricName[] = [
  'latency_p50_seconds',
  'latency_p95_seconds',
  'latency_p99_seconds',
  'error_rate',
  'healthy_instances',
  'ejected',
  'circuit_open',
  'rate_limited_per_second',
  'ttft_p50_seconds',
  'ttft_p95_seconds',
  'itl_p50_seconds',
  'itl_p95_seconds',
];

/** Of services whose instances are model servers; no other has them. */
export const metricsOfModels: readonly MetricName[] = [
  'requests_running',
  'requests_waiting',
  'kv_utilization',
  'gpu_utilization',
  'prompt_tokens_per_second',
  'output_tokens_per_second',
  'preemptions_per_second',
  'prefix_hit_ratio',
  'quality_ratio',
  'ttft_p50_seconds',
  'ttft_p95_seconds',
  'itl_p50_seconds',
  'itl_p95_seconds',
];
