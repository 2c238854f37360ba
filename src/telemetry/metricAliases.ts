import type { MetricName } from './metrics.js';

/** What vLLM calls the state of its servers (vllm/v1/metrics/loggers.py); the older name of the KV memory has `gpu`. */
const gauges: Readonly<Record<string, MetricName>> = {
  num_requests_running: 'requests_running',
  num_requests_waiting: 'requests_waiting',
  kv_cache_usage_perc: 'kv_utilization',
  gpu_cache_usage_perc: 'kv_utilization',
};
const counters: Readonly<Record<string, MetricName>> = {
  prompt_tokens_total: 'prompt_tokens_per_second',
  generation_tokens_total: 'output_tokens_per_second',
  num_preemptions_total: 'preemptions_per_second',
};
const histograms: Readonly<Record<string, readonly [half: MetricName, most: MetricName]>> = {
  time_to_first_token_seconds_bucket: ['ttft_p50_seconds', 'ttft_p95_seconds'],
  inter_token_latency_seconds_bucket: ['itl_p50_seconds', 'itl_p95_seconds'],
  time_per_output_token_seconds_bucket: ['itl_p50_seconds', 'itl_p95_seconds'],
};

/** Tokens found over tokens looked up, in one window; the older names have `gpu`. */
const hitShare =
  /^sum\((i?rate|increase)\(vllm:(?:gpu_)?prefix_cache_hits_total\[(\w+)\]\)\)\/sum\(\1\(vllm:(?:gpu_)?prefix_cache_queries_total\[\2\]\)\)$/;

/**
 * The metric that a name of vLLM means in a manifest: as it is, as adapters write it, which know no colon, or as Google's
 * managed Prometheus does (`prometheus.googleapis.com|vllm:num_requests_waiting|gauge`).
 */
function aliasOf(name: string): MetricName | undefined {
  const own = /^(?:prometheus\.googleapis\.com\|)?vllm[:_](\w+?)(?:\|gauge)?$/.exec(name)?.[1];
  return own !== undefined && Object.hasOwn(gauges, own) ? gauges[own] : undefined;
}

/** The name of a metric that a name in a manifest means: what the command line says, else itself or what it is an alias of. */
export function metricMeant(name: string, metricNames: Readonly<Record<string, string>>): string {
  return Object.hasOwn(metricNames, name) ? metricNames[name] : (aliasOf(name) ?? name);
}

/**
 * The metric that a query of vLLM's series gives for a whole service; undefined where it is none of ours.
 *
 * vLLM has a series for each server, so a sum means another metric than a mean does.
 */
export function metricOfQuery(query: string): MetricName | undefined {
  const text = query
    .replace(/\{[^}]*\}/g, '')
    .replace(/\b(?:by|without)\s*\([^)]*\)/g, '')
    .replace(/\s+/g, '');
  const gauge = /^(?:(sum|avg)\()?vllm:(\w+)\)?$/.exec(text);
  if (gauge !== null && Object.hasOwn(gauges, gauge[2])) {
    const metric = gauges[gauge[2]];
    return (gauge[1] ?? 'sum') === (metric === 'kv_utilization' ? 'avg' : 'sum') ? metric : undefined;
  }
  const rate = /^sum\(i?rate\(vllm:(\w+)\[\w+\]\)\)$/.exec(text)?.[1];
  if (rate !== undefined && Object.hasOwn(counters, rate)) return counters[rate];
  if (hitShare.test(text)) return 'prefix_hit_ratio';
  const quantile = /^histogram_quantile\((0?\.\d+),sum\(rate\(vllm:(\w+)\[\w+\]\)\)\)$/.exec(text);
  if (quantile === null || !Object.hasOwn(histograms, quantile[2])) return undefined;
  const [half, most] = histograms[quantile[2]];
  if (Number(quantile[1]) === 0.5) return half;
  return Number(quantile[1]) === 0.95 ? most : undefined;
}
