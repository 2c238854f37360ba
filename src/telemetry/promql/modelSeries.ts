import * as phase from '../../fleet/phase.js';
import type { CounterSnapshot } from '../counterSnapshot.js';
import type { MetricName } from '../metrics.js';
import { firstTokenBounds, gapBounds, type ModelSnapshot } from '../modelMeters.js';
import { define, histogram, perInstance, type SeriesDefinition } from './seriesDefinition.js';
import type { SeriesService } from './seriesSource.js';

type ModelColumn = Exclude<keyof ModelSnapshot, 'times'>;

interface ModelWords extends Pick<SeriesDefinition, 'names' | 'type' | 'summary'> {
  readonly metric: MetricName;
  readonly column: ModelColumn;
}

/** Of each server that is ready or draining, under the name of vLLM. */
function ofServers({ column, ...words }: ModelWords): SeriesDefinition {
  return define({
    ...words,
    labels: ['pod'],
    fromSnapshot: (snapshot, service) =>
      perServer(snapshot, service, (instance) => snapshot.models?.[column][instance]),
  });
}

function perServer(
  snapshot: CounterSnapshot,
  service: SeriesService,
  read: (instance: number) => number | undefined,
): ReturnType<typeof perInstance> {
  if (service.metered?.isModel !== true) return [];
  return perInstance(snapshot, service, (instance) => [
    { value: snapshot.phase[instance] === phase.starting ? undefined : read(instance) },
  ]);
}

/** What vLLM's /metrics and NVIDIA's exporter say; labels of the model select nothing. */
export const modelSeries: readonly SeriesDefinition[] = [
  ofServers({
    names: ['vllm:num_requests_running'],
    type: 'gauge',
    summary: 'requests in the batch of a model server',
    metric: 'requests_running',
    column: 'running',
  }),
  ofServers({
    names: ['vllm:num_requests_waiting'],
    type: 'gauge',
    summary: 'requests waiting at a model server',
    metric: 'requests_waiting',
    column: 'waiting',
  }),
  ofServers({
    names: ['vllm:kv_cache_usage_perc', 'vllm:gpu_cache_usage_perc'],
    type: 'gauge',
    summary: 'held share of the KV memory, 0 to 1',
    metric: 'kv_utilization',
    column: 'kvRatio',
  }),
  ofServers({
    names: ['vllm:prompt_tokens_total'],
    type: 'counter',
    summary: 'tokens of prompts whose first token is out',
    metric: 'prompt_tokens_per_second',
    column: 'promptTokens',
  }),
  ofServers({
    names: ['vllm:generation_tokens_total'],
    type: 'counter',
    summary: 'tokens of answers',
    metric: 'output_tokens_per_second',
    column: 'outputTokens',
  }),
  ofServers({
    names: ['vllm:num_preemptions_total'],
    type: 'counter',
    summary: 'requests taken out of a batch for want of KV memory',
    metric: 'preemptions_per_second',
    column: 'preemptions',
  }),
  ofServers({
    names: ['vllm:prefix_cache_queries_total', 'vllm:gpu_prefix_cache_queries_total'],
    type: 'counter',
    summary: 'tokens of prompts looked up in the prefix cache',
    metric: 'prefix_hit_ratio',
    column: 'queriedTokens',
  }),
  ofServers({
    names: ['vllm:prefix_cache_hits_total', 'vllm:gpu_prefix_cache_hits_total'],
    type: 'counter',
    summary: 'tokens of prompts found in the prefix cache',
    metric: 'prefix_hit_ratio',
    column: 'foundTokens',
  }),
  {
    names: ['DCGM_FI_DEV_GPU_UTIL'],
    type: 'gauge',
    summary: 'percent of the time in which a GPU of the service was busy, 0 to 100',
    metric: 'gpu_utilization',
    labels: [],
    needsSnapshot: false,
    read({ readings }, { name, index }) {
      const value = readings[index]?.gpu_utilization;
      return value === undefined ? [] : [{ labels: { service: name }, value: value * 100 }];
    },
  },
  histogram(['vllm:time_to_first_token_seconds'], {
    summary: 'time to the first token, seconds',
    metric: 'ttft_p95_seconds',
    bounds: firstTokenBounds,
    perSecond: 1,
    totalsOf: ({ models }, { index, metered }) =>
      metered?.isModel === true ? models?.times[index].firstTokenTotals : undefined,
  }),
  histogram(['vllm:inter_token_latency_seconds', 'vllm:time_per_output_token_seconds'], {
    summary: 'mean time between two tokens of an answer, seconds',
    metric: 'itl_p95_seconds',
    bounds: gapBounds,
    perSecond: 1,
    totalsOf: ({ models }, { index, metered }) =>
      metered?.isModel === true ? models?.times[index].gapTotals : undefined,
  }),
];
