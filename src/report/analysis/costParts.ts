import { type Candidate, meanOf } from './study.js';

/** What a part of the bill is for, in the order of the bars. */
export const costParts = [
  { key: 'useful', measure: 'cost_useful_usd', label: 'useful work', phrase: 'useful work' },
  { key: 'idle', measure: 'cost_idle_usd', label: 'idle', phrase: 'idle capacity' },
  { key: 'starting', measure: 'cost_startup_usd', label: 'starting', phrase: 'startups' },
  { key: 'draining', measure: 'cost_drain_usd', label: 'draining', phrase: 'draining' },
  { key: 'wasted', measure: 'cost_wasted_usd', label: 'wasted starts', phrase: 'wasted starts' },
  { key: 'minimum', measure: 'cost_minimum_charge_usd', label: 'minimum charge', phrase: 'minimum charges' },
  { key: 'node', measure: 'cost_nodes_usd', label: 'nodes', phrase: 'nodes' },
  { key: 'provider', measure: 'provider_cost_usd', label: 'providers', phrase: 'providers' },
] as const;

type CostPart = (typeof costParts)[number];

/** A part with its mean, US dollars. */
interface PaidPart {
  readonly part: CostPart;
  readonly usd: number;
}

/**
 * The parts of a policy's bill, useful work first; empty where the document does not split it.
 *
 * @param prefix `services.web.` for one service's
 */
export function paidPartsOf(candidate: Candidate, prefix = ''): PaidPart[] {
  const parts = costParts.flatMap((part): PaidPart[] => {
    const usd = meanOf(candidate, `${prefix}${part.measure}`);
    return usd === undefined || usd <= 0 ? [] : [{ part, usd }];
  });
  // Without useful work in the list the split is not there at all, only perhaps a measure of the same name.
  return parts.some(({ part }) => ['useful', 'idle', 'node', 'provider'].includes(part.key)) ? parts : [];
}

/** The part besides useful work that takes most; undefined where nothing is split or wasted. */
export function largestWaste(candidate: Candidate): PaidPart | undefined {
  return paidPartsOf(candidate)
    .filter(({ part }) => !['useful', 'node', 'provider'].includes(part.key))
    .reduce<PaidPart | undefined>((most, one) => (most === undefined || one.usd > most.usd ? one : most), undefined);
}
