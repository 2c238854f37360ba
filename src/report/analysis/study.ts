import { isHindsight } from '../../results/judged.js';
import { type FailedPolicy, hasResults, type PolicyResult, type ScenarioResult } from '../../results/results.js';
import { assignPolicyStyles, greyHue, type PolicyStyle } from '../html/policyStyle.js';
import { type MoneyUnit, moneyUnitOf } from '../money.js';
import { fitNames, shortNames } from '../policyNames.js';
import { excessOf, type Limit, limitsOf } from './limits.js';

/** A policy that ran to the end, as the page speaks of it. */
export interface Candidate {
  readonly name: string;
  /** The name as the page writes it: without what all names have in common, and no longer than a line. */
  readonly label: string;
  /** Place among the policies that ran. */
  readonly place: number;
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
  /** Of every policy, those that failed too: what the page calls it. */
  readonly labels: ReadonlyMap<string, string>;
  /** In scenario order. */
  readonly candidates: readonly Candidate[];
  /** Best first: limits met, then cost; hindsight last, for nobody can choose it. */
  readonly ranked: readonly Candidate[];
  readonly failures: readonly FailedPolicy[];
  /** The cheapest that keeps every limit; undefined if none does. */
  readonly winner: Candidate | undefined;
  /** What others are compared with: the winner, else the one that comes closest. */
  readonly reference: Candidate | undefined;
  /** Replications of the policy with the most. */
  readonly runs: number;
  readonly limitCount: number;
  /** Nobody sent anything: nothing can be judged. */
  readonly isWithoutTraffic: boolean;
  /** False where no instance has a price. */
  readonly hasCost: boolean;
  readonly spanSeconds: number;
  /** What the page gives its money in. */
  readonly money: MoneyUnit;
}

/** Mean of a measure; undefined when it has none. */
export function meanOf({ policy }: Pick<Candidate, 'policy'>, name: string): number | undefined {
  return policy.measures[name]?.mean ?? undefined;
}

export function studyOf(scenario: ScenarioResult): Study {
  const results = scenario.policies.filter(hasResults);
  const labels = labelsOf(scenario);
  const unstyled = results.map((policy, place): Omit<Candidate, 'style'> => {
    const { name } = policy;
    const limits = limitsOf(policy, scenario);
    const metCount = limits.filter(({ ok }) => ok).length;
    const qualifies = metCount === limits.length;
    const label = labels.get(name) ?? name;
    return { name, label, place, policy, limits, metCount, qualifies, isOfHindsight: isHindsight(policy) };
  });
  const best = [...unstyled].sort(byRank)[0];
  const styles = assignPolicyStyles(
    results,
    new Set([...(best === undefined ? [] : [best.name]), ...notable(results)]),
  );
  const candidates = unstyled.map((one): Candidate => {
    const style = styles.get(one.name) ?? { color: greyHue, hue: greyHue, symbol: 'circle' };
    return { ...one, style };
  });
  const ranked = [...candidates].sort(byRank);
  const deployable = ranked.filter(({ isOfHindsight }) => !isOfHindsight);
  const winner = deployable.find(({ qualifies }) => qualifies);
  return {
    scenario,
    labels,
    candidates,
    ranked,
    failures: scenario.policies.filter((policy): policy is FailedPolicy => !hasResults(policy)),
    winner,
    reference: winner ?? deployable[0] ?? ranked[0],
    runs: Math.max(0, ...results.map(({ replications }) => replications.length)),
    limitCount: Math.max(0, ...candidates.map(({ limits }) => limits.length)),
    isWithoutTraffic:
      candidates.length > 0 && candidates.every((candidate) => meanOf(candidate, 'requests_offered') === 0),
    hasCost: candidates.some((candidate) => (meanOf(candidate, 'cost_usd') ?? 0) > 0),
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

/** A label fits a line of a phone. */
const labelLengthMax = 40;

function labelsOf({ policies }: ScenarioResult): ReadonlyMap<string, string> {
  const names = policies.map(({ name }) => name);
  const labels = fitNames(shortNames(names), labelLengthMax);
  return new Map(names.map((name, index) => [name, labels[index]]));
}

type Judged = Omit<Candidate, 'style'>;

function byRank(a: Judged, b: Judged): number {
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
export function worstLimit({ limits }: Pick<Candidate, 'limits'>): Limit | undefined {
  const broken = limits.filter(({ ok }) => !ok);
  return broken.reduce<Limit | undefined>(
    (worst, limit) => (worst === undefined || excessOf(limit) > excessOf(worst) ? limit : worst),
    undefined,
  );
}

function worstExcess(candidate: Judged): number {
  const worst = worstLimit(candidate);
  return worst === undefined ? 0 : Math.min(excessOf(worst), 1e12);
}
