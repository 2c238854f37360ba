/** What tables of providers show, the most telling first; each measure stands for one provider. */
export const providerFigures = [
  { head: 'answers', measure: 'requests_completed' },
  { head: 'cached', measure: 'requests_cached' },
  { head: '$/run', measure: 'provider_cost_usd' },
  { head: 'given up', measure: 'provider_given_up_usd' },
  { head: 'TTFT p95', measure: 'ttft_p95_ms' },
  { head: 'ITL p95', measure: 'itl_p95_ms' },
  { head: 'tries', measure: 'attempts' },
  { head: '429', measure: 'provider_tries_limited' },
  { head: 'down', measure: 'provider_tries_failed' },
  { head: 'cooldowns', measure: 'cooldowns' },
  { head: '$/M tokens', measure: 'cost_per_million_output_tokens_usd' },
] as const;
