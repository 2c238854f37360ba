import { amountText } from '../money.js';
import { latencyText, percentText } from './numbers.js';
import type { PartTable } from './partLines.js';

const usd = (value: number) => `$${amountText(value)}`;

/** How figures of consumers and request classes are written. */
export const partFigures: PartTable['shownAs'] = {
  ttft_p95_ms: latencyText,
  latency_p95_ms: latencyText,
  unanswered_ratio: (ratio) => `${percentText(ratio)} %`,
  provider_cost_usd: usd,
  budget_spent_usd: usd,
};
