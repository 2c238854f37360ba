import { providerFigures } from '../analysis/providerFigures.js';
import { amountText } from '../money.js';
import { latencyText } from './numbers.js';
import { type PartContext, type PartTable, partLines } from './partLines.js';
import type { Standing } from './standing.js';

const usd = (value: number) => `$${amountText(value)}`;

const shownAs: PartTable['shownAs'] = {
  provider_cost_usd: usd,
  provider_given_up_usd: usd,
  ttft_p95_ms: latencyText,
  itl_p95_ms: latencyText,
  cost_per_million_output_tokens_usd: amountText,
};

/** Where there are providers: what each answered, and what that cost. */
export function providerLines(standings: readonly Standing[], context: PartContext): string[] {
  return partLines({ kind: 'providers', figures: providerFigures, shownAs }, standings, context);
}
