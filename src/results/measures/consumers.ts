import { usualQuantiles } from './latency.js';

const quantilesOf = (name: string) => usualQuantiles.map(([suffix]) => `${name}_${suffix}_ms`);

/** Measures that also stand for each consumer, as `consumers.<name>.<measure>`. */
export const consumerMeasureNames: readonly string[] = [
  'slo_attainment',
  'unanswered_ratio',
  'latency_mean_ms',
  ...quantilesOf('latency'),
  ...quantilesOf('latency_all'),
  'requests_offered',
  'requests_completed',
  'requests_good',
  'requests_failed',
  'requests_rejected',
  'requests_shed',
  'requests_cached',
  'answers_wrong_cached',
  'requests_timed_out',
  'requests_abandoned',
  'requests_aborted',
  'requests_rate_limited',
  'requests_unfinished',
  'attempts',
  'token_overshoot',
  'budget_spent_usd',
  'provider_cost_usd',
  'ttft_mean_ms',
  ...quantilesOf('ttft'),
  'itl_mean_ms',
  ...quantilesOf('itl'),
  'prompt_tokens',
  'output_tokens',
  'tokens_per_second',
  'quality',
  'quality_weighted_goodput_per_second',
];

/** Measures that also stand for each request class of model servers, as `classes.<name>.<measure>`. */
export const classMeasureNames: readonly string[] = consumerMeasureNames.filter(
  (name) => name !== 'token_overshoot' && name !== 'budget_spent_usd',
);

/** Measures that also stand for each provider, as `providers.<name>.<measure>`: it has no instances. */
export const providerMeasureNames: readonly string[] = [
  ...consumerMeasureNames.filter((name) => name !== 'requests_shed'),
  'provider_given_up_usd',
  'provider_cached_tokens',
  'provider_tries_limited',
  'provider_tries_failed',
  'cost_per_million_output_tokens_usd',
  'fallbacks',
  'cooldowns',
  'latency_share',
  'latency_part_ms',
];
