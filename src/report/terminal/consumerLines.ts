import { consumerFigures } from '../analysis/consumerFigures.js';
import { amountText } from '../money.js';
import { latencyText, percentText } from './numbers.js';
import { type PartContext, type PartTable, partLines } from './partLines.js';
import type { Standing } from './standing.js';

const usd = (value: number) => `$${amountText(value)}`;

const shownAs: PartTable['shownAs'] = {
  ttft_p95_ms: latencyText,
  latency_p95_ms: latencyText,
  unanswered_ratio: (ratio) => `${percentText(ratio)} %`,
  provider_cost_usd: usd,
  budget_spent_usd: usd,
};

/** Where requests have consumers: what each asked for and got. */
export function consumerLines(standings: readonly Standing[], context: PartContext): string[] {
  return partLines({ kind: 'consumers', figures: consumerFigures, shownAs }, standings, context);
}
