import { isHindsight } from '../../../results/isHindsight.js';
import { type FailedPolicy, hasResults, type PolicyResult, type ScenarioResult } from '../../../results/results.js';
import { type MoneyUnit, moneyUnitOf } from '../../money.js';
import { assignPolicyStyles, type PolicyStyle } from '../policyStyle.js';
import { excessOf, type Limit, limitsOf } from './limits.js';

/** A policy that ran to the end, as the page speaks of it. */
export interface Contender {
  readonly name: string;
  readonly policy: PolicyResult;
  readonly style: PolicyStyle;
  readonly limits: readonly Limit[];
  readonly metCount: number;
  /** Keeps every limit there is. */
  readonly qualifies: boolean;
  /** Knows the future: a yardstick, never a recommendation. */
  readonly isOfHindsight: boolean;
}

/** One scenario, judged once; every section reads from here, so that none can disagree with another. */
export interface Study {
  readonly scenario: ScenarioResult;
  /** In scenario order. */
  readonly contenders: readonly Contender[];
  /** Best first: limits met, then cost; hindsight last, for nobody can choose it. */
  readonly ranked: readonly Contender[];
  readonly failures: readonly FailedPolicy[];
  /** The cheapest that keeps every limit; undefined if none does. */
  readonly winner: Contender | undefined;
  /** What others are compared with: the winner, else the one that comes closest. */
  readonly reference: Contender | undefined;
  /** Replications of the policy with the most. */
  readonly runs: number;
  readonly limitCount: number;
  /** False where no instance has a price. */
  readonly hasCost: boolean;
  readonly spanSeconds: number;
  /** What the page gives its money in. */
  readonly money: MoneyUnit;
}

/** Mean of a measure; undefined when it has none. */
export function meanOf({ policy }: Pick<Contender, 'policy'>, name: string): number | undefined {
  return policy.measures[name]?.mean ?? undefined;
}

export function studyOf(scenario: ScenarioResult): Study {
  const results = scenario.policies.filter(hasResults);
  const styles = assignPolicyStyles(results, new Set(notable(results)));
  const contenders = results.map((policy): Contender => {
    const limits = limitsOf(policy, scenario);
    const metCount = limits.filter(({ ok }) => ok).length;
    const style = styles.get(policy.name) ?? { color: 'var(--ink3)', symbol: 'circle' };
    const isOfHindsight = isHindsight(policy);
    return { name: policy.name, policy, style, limits, metCount, qualifies: metCount === limits.length, isOfHindsight };
  });
  const ranked = [...contenders].sort(byRank);
  const candidates = ranked.filter(({ isOfHindsight }) => !isOfHindsight);
  const winner = candidates.find(({ qualifies }) => qualifies);
  return {
    scenario,
    contenders,
    ranked,
    failures: scenario.policies.filter((policy): policy is FailedPolicy => !hasResults(policy)),
    winner,
    reference: winner ?? candidates[0] ?? ranked[0],
    runs: Math.max(0, ...results.map(({ replications }) => replications.length)),
    limitCount: Math.max(0, ...contenders.map(({ limits }) => limits.length)),
    hasCost: contenders.some((contender) => (meanOf(contender, 'cost_usd') ?? 0) > 0),
    spanSeconds: scenario.duration_s - scenario.warmup_s,
    money: moneyUnitOf(scenario),
  };
}

/** Policies that keep their colour when there are more than the palette has. */
function notable(policies: readonly PolicyResult[]): string[] {
  const best = (name: string) =>
    [...policies].sort((a, b) => (a.measures[name]?.mean ?? Infinity) - (b.measures[name]?.mean ?? Infinity))[0]?.name;
  return [best('cost_usd'), best('latency_all_p99_ms'), policies[0]?.name].filter((name) => name !== undefined);
}

function byRank(a: Contender, b: Contender): number {
  if (a.isOfHindsight !== b.isOfHindsight) return a.isOfHindsight ? 1 : -1;
  if (a.qualifies !== b.qualifies) return a.qualifies ? -1 : 1;
  if (!a.qualifies) {
    const missed = a.limits.length - a.metCount - (b.limits.length - b.metCount);
    if (missed !== 0) return missed;
    const excess = worstExcess(a) - worstExcess(b);
    if (excess !== 0 && Number.isFinite(excess)) return excess;
  }
  return (meanOf(a, 'cost_usd') ?? Infinity) - (meanOf(b, 'cost_usd') ?? Infinity) || 0;
}

/** The broken limit that is missed by most; undefined if all are kept. */
export function worstLimit({ limits }: Pick<Contender, 'limits'>): Limit | undefined {
  const broken = limits.filter(({ ok }) => !ok);
  return broken.reduce<Limit | undefined>(
    (worst, limit) => (worst === undefined || excessOf(limit) > excessOf(worst) ? limit : worst),
    undefined,
  );
}

function worstExcess(contender: Contender): number {
  const worst = worstLimit(contender);
  return worst === undefined ? 0 : Math.min(excessOf(worst), 1e12);
}
