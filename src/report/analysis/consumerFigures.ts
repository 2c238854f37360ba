/** What tables of consumers show, the most telling first; each measure stands for one consumer. */
export const consumerFigures = [
  { head: 'requests', measure: 'requests_offered' },
  { head: 'TTFT p95', measure: 'ttft_p95_ms' },
  { head: 'latency p95', measure: 'latency_p95_ms' },
  { head: 'unanswered', measure: 'unanswered_ratio' },
  { head: '429', measure: 'requests_rate_limited' },
  { head: 'providers', measure: 'provider_cost_usd' },
  { head: 'spent', measure: 'budget_spent_usd' },
  { head: 'prompt tokens', measure: 'prompt_tokens' },
  { head: 'output', measure: 'output_tokens' },
  { head: 'beyond limit', measure: 'token_overshoot' },
] as const;
