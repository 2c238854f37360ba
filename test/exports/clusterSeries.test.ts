import { expect, it } from 'vitest';
import { clusterSeries } from '../../src/exports/results/clusterSeries.js';
import type { Timeline } from '../../src/results/results.js';

const tokens = {
  output_per_second: [10, 20, 30],
  waiting: [0, 4, 1],
  kv: [null, 0.5, 0.25],
  ttft_p95_ms: [200, null, 400],
  itl_p95_ms: [null, null, 30],
};
const curves = (more: object) => ({
  // safe: series read no other curves.
  timeline: {
    service: 'chat',
    rate: [1, 1, 1],
    queue: [0, 7, 2],
    needed: [1, null, 3],
    ready: [1, 1, 1],
    ...more,
  } as Timeline,
  slo: null,
  vcpus: undefined,
});
const of = (name: string, more: object = { tokens }) => {
  const series = clusterSeries.find((one) => one.name === name);
  const at = series?.of(curves(more));
  return [series?.metric('2s'), at && [at({ from: 0, to: 2 }), at({ from: 2, to: 3 })]];
};

it.each([
  ['output-token-rate', 'workload:vllm_generation_tokens:rate2s', [15, 30]],
  ['prompts-waiting', 'workload:vllm_num_requests_waiting:sum', [4, 1]],
  ['kv-usage', 'workload:vllm_kv_cache_usage_perc:avg', [0.5, 0.25]],
  ['ttft-p95', 'workload:vllm_time_to_first_token_seconds:p95_rate2s', [0.2, 0.4]],
  ['itl-p95', 'workload:vllm_inter_token_latency_seconds:p95_rate2s', [undefined, 0.03]],
  ['needed-replicas', 'dryscale_replicas_needed', [undefined, 3]],
  ['queue', 'dryscale_requests_queued', [7, 2]],
])('%s of two steps and of one that the end of the run cut short', (name, metric, values) => {
  expect(of(name)).toEqual([metric, values]);
});

it('what no step has is no series', () => {
  expect(of('ttft-p95', {})[1]).toBeUndefined();
  expect(of('needed-replicas', { needed: [null, null, null] })[1]).toBeUndefined();
});
