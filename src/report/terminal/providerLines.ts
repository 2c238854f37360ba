import { providerFigures } from '../analysis/providerFigures.js';
import { amountText } from '../money.js';
import { latencyText, threeDigits } from './numbers.js';
import { type PartContext, partLines } from './partLines.js';
import type { Standing } from './standing.js';

const usd = (value: number) => `$${amountText(value)}`;

/** How the terminal writes a figure; a count where nothing is said. */
const shownAs: Readonly<Partial<Record<string, (value: number) => string>>> = {
  provider_cost_usd: usd,
  provider_given_up_usd: usd,
  ttft_p95_ms: latencyText,
  itl_p95_ms: latencyText,
  cost_per_million_output_tokens_usd: amountText,
};

const figures = providerFigures.map(({ head, measure }) => ({ head, measure, show: shownAs[measure] ?? threeDigits }));

/** Where there are providers: what each answered, and what that cost. */
export function providerLines(standings: readonly Standing[], context: PartContext): string[] {
  return partLines('providers', figures, standings, context);
}
