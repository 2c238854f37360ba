import { consumerFigures } from '../analysis/consumerFigures.js';
import { amountText } from '../money.js';
import { latencyText, percentText, threeDigits } from './numbers.js';
import { type PartContext, partLines } from './partLines.js';
import type { Standing } from './standing.js';

const usd = (value: number) => `$${amountText(value)}`;

/** How the terminal writes a figure; a count where nothing is said. */
const shownAs: Readonly<Partial<Record<string, (value: number) => string>>> = {
  ttft_p95_ms: latencyText,
  latency_p95_ms: latencyText,
  unanswered_ratio: (ratio) => `${percentText(ratio)} %`,
  provider_cost_usd: usd,
  budget_spent_usd: usd,
};

const figures = consumerFigures.map(({ head, measure }) => ({ head, measure, show: shownAs[measure] ?? threeDigits }));

/** Where requests have consumers: what each asked for and got. */
export function consumerLines(standings: readonly Standing[], context: PartContext): string[] {
  return partLines('consumers', figures, standings, context);
}
