import { amountText } from '../money.js';
import { latencyText, threeDigits } from './numbers.js';
import { type PartContext, partLines } from './partLines.js';
import type { Standing } from './standing.js';

const usd = (value: number) => `$${amountText(value)}`;

const figures = [
  { head: 'answers', measure: 'requests_completed', show: threeDigits },
  { head: 'cached', measure: 'requests_cached', show: threeDigits },
  { head: '$/run', measure: 'provider_cost_usd', show: usd },
  { head: 'given up', measure: 'provider_given_up_usd', show: usd },
  { head: 'TTFT p95', measure: 'ttft_p95_ms', show: latencyText },
  { head: 'ITL p95', measure: 'itl_p95_ms', show: latencyText },
  { head: 'tries', measure: 'attempts', show: threeDigits },
  { head: '429', measure: 'provider_tries_limited', show: threeDigits },
  { head: 'down', measure: 'provider_tries_failed', show: threeDigits },
  { head: 'cooldowns', measure: 'cooldowns', show: threeDigits },
  { head: '$/M tokens', measure: 'cost_per_million_output_tokens_usd', show: amountText },
];

/** Where there are providers: what each answered, and what that cost. */
export function providerLines(standings: readonly Standing[], context: PartContext): string[] {
  return partLines('providers', figures, standings, context);
}
