import type { Aggregate } from '../../../results/results.js';
import { formatUsd } from '../../format.js';
import { hindsightShortText } from '../../hindsight.js';
import { boundCostOf } from '../analysis/bound.js';
import { paidPartsOf } from '../analysis/costParts.js';
import type { Contender, Study } from '../analysis/study.js';
import type { CostBar, CostSplitData } from '../charts/costSplit.js';

/** The bill of all services together, then of each where there are several; empty where the document does not split it. */
export function costSplitDataOf(study: Study): CostSplitData[] {
  const services = [
    ...new Set(study.contenders.flatMap(({ policy }) => policy.timeline.map(({ service }) => service))),
  ];
  return ['', ...(services.length > 1 ? services : [])].flatMap((service) => splitOf(service, study));
}

function splitOf(service: string, study: Study): CostSplitData[] {
  const prefix = service === '' ? '' : `services.${service}.`;
  const costs = study.contenders.flatMap((contender) => barOf(contender, prefix));
  if (costs.length === 0) return [];
  const bars = costs.sort((a, b) => a.usd - b.usd).map(({ bar }) => bar);
  const usd = service === '' ? boundCostOf(study) : undefined;
  return [
    { service, bars, bound: usd === undefined ? null : { usd, text: `${hindsightShortText} ${formatUsd(usd)}` } },
  ];
}

function barOf(contender: Contender, prefix: string): { readonly bar: CostBar; readonly usd: number }[] {
  const parts = paidPartsOf(contender, prefix);
  const cost = contender.policy.measures[`${prefix}cost_usd`];
  if (parts.length === 0 || cost === undefined || cost.mean === null) return [];
  return [
    {
      usd: cost.mean,
      bar: {
        name: contender.name,
        color: contender.style.color,
        segments: parts.map(({ part: { key, label }, usd }) => ({ key, label, usd: Number(usd.toPrecision(5)) })),
        total: `${formatUsd(cost.mean)}${halfText(cost)}`,
      },
    },
  ];
}

/** Half of the interval with no more digits than the amount it belongs to; empty with one run. */
function halfText({ mean, low, high }: Aggregate): string {
  if (low === null || high === null) return '';
  const half = (high - low) / 2;
  if (half > 0 && half < 0.005 && (mean ?? 0) >= 0.01) return ' ±<0.01';
  return ` ±${formatUsd(half).slice(1)}`;
}
