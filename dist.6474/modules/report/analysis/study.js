import { isHindsight } from '../../results/judged.js';
import { hasResults } from '../../results/results.js';
import { assignPolicyStyles, greyHue } from '../html/policyStyle.js';
import { moneyUnitOf } from '../money.js';
import { fitNames, shortNames } from '../policyNames.js';
import { excessOf, limitsOf } from './limits.js';
/** Mean of a measure; undefined when it has none. */
export function meanOf({ policy }, name) {
    return policy.measures[name]?.mean ?? undefined;
}
export function studyOf(scenario) {
    const results = scenario.policies.filter(hasResults);
    const labels = labelsOf(scenario);
    const unstyled = results.map((policy, place) => {
        const { name } = policy;
        const limits = limitsOf(policy, scenario);
        const metCount = limits.filter(({ ok }) => ok).length;
        const qualifies = metCount === limits.length;
        const label = labels.get(name) ?? name;
        return { name, label, place, policy, limits, metCount, qualifies, isOfHindsight: isHindsight(policy) };
    });
    const best = [...unstyled].sort(byRank)[0];
    const styles = assignPolicyStyles(results, new Set([...(best === undefined ? [] : [best.name]), ...notable(results)]));
    const candidates = unstyled.map((one) => {
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
        failures: scenario.policies.filter((policy) => !hasResults(policy)),
        winner,
        reference: winner ?? deployable[0] ?? ranked[0],
        runs: Math.max(0, ...results.map(({ replications }) => replications.length)),
        limitCount: Math.max(0, ...candidates.map(({ limits }) => limits.length)),
        isWithoutTraffic: candidates.length > 0 && candidates.every((candidate) => meanOf(candidate, 'requests_offered') === 0),
        hasCost: candidates.some((candidate) => (meanOf(candidate, 'cost_usd') ?? 0) > 0),
        spanSeconds: scenario.duration_s - scenario.warmup_s,
        money: moneyUnitOf(scenario),
    };
}
/** Policies that keep their colour when there are more than the palette has. */
function notable(policies) {
    const best = (name) => [...policies].sort((a, b) => (a.measures[name]?.mean ?? Infinity) - (b.measures[name]?.mean ?? Infinity))[0]?.name;
    return [best('cost_usd'), best('latency_all_p99_ms'), policies[0]?.name].filter((name) => name !== undefined);
}
/** A label fits a line of a phone. */
const labelLengthMax = 40;
function labelsOf({ policies }) {
    const names = policies.map(({ name }) => name);
    const labels = fitNames(shortNames(names), labelLengthMax);
    return new Map(names.map((name, index) => [name, labels[index]]));
}
function byRank(a, b) {
    if (a.isOfHindsight !== b.isOfHindsight)
        return a.isOfHindsight ? 1 : -1;
    if (a.qualifies !== b.qualifies)
        return a.qualifies ? -1 : 1;
    if (!a.qualifies) {
        const missed = a.limits.length - a.metCount - (b.limits.length - b.metCount);
        if (missed !== 0)
            return missed;
        const excess = worstExcess(a) - worstExcess(b);
        if (excess !== 0 && Number.isFinite(excess))
            return excess;
    }
    return (meanOf(a, 'cost_usd') ?? Infinity) - (meanOf(b, 'cost_usd') ?? Infinity) || 0;
}
/** The broken limit that is missed by most; undefined if all are kept. */
export function worstLimit({ limits }) {
    const broken = limits.filter(({ ok }) => !ok);
    return broken.reduce((worst, limit) => (worst === undefined || excessOf(limit) > excessOf(worst) ? limit : worst), undefined);
}
function worstExcess(candidate) {
    const worst = worstLimit(candidate);
    return worst === undefined ? 0 : Math.min(excessOf(worst), 1e12);
}
