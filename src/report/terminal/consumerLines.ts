import { amountText } from '../money.js';
import { latencyText, percentText, threeDigits } from './numbers.js';
import { type PartContext, partLines } from './partLines.js';
import type { Standing } from './standing.js';

const usd = (value: number) => `$${amountText(value)}`;

const figures = [
  { head: 'requests', measure: 'requests_offered', show: threeDigits },
  { head: 'TTFT p95', measure: 'ttft_p95_ms', show: latencyText },
  { head: 'p95', measure: 'latency_p95_ms', show: latencyText },
  { head: 'answered %', measure: 'unanswered_ratio', show: (ratio: number) => percentText(1 - ratio) },
  { head: '429', measure: 'requests_rate_limited', show: threeDigits },
  { head: 'providers', measure: 'provider_cost_usd', show: usd },
  { head: 'spent', measure: 'budget_spent_usd', show: usd },
  { head: 'prompt tokens', measure: 'prompt_tokens', show: threeDigits },
  { head: 'output', measure: 'output_tokens', show: threeDigits },
  { head: 'beyond limit', measure: 'token_overshoot', show: threeDigits },
];

/** Where requests have consumers: what each asked for and got. */
export function consumerLines(standings: readonly Standing[], context: PartContext): string[] {
  return partLines('consumers', figures, standings, context);
}
