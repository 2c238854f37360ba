import { comparePolicies } from './comparisons.js';
import { decisionChange } from './decisionChange.js';
import { judgeRegression } from './judgeRegression.js';
import { isGoodShare } from './measureSpread.js';
import { hasResults } from './results.js';
/** How the policies of a scenario stand against those of the same name in an earlier report; undefined where it has no such scenario. */
export function compareWithBaseline(scenario, rule) {
    const earlier = rule.baseline.scenarios.find(({ name }) => name === scenario.name);
    if (earlier === undefined)
        return undefined;
    const before = new Map(earlier.policies.filter(hasResults).map((policy) => [policy.name, policy]));
    const now = scenario.policies.filter(hasResults);
    const pairs = now.flatMap((policy) => {
        const baseline = before.get(policy.name);
        return baseline === undefined
            ? []
            : [{ baseline, policy, isPaired: isPaired(scenario, earlier, policy, baseline) }];
    });
    return {
        version: rule.baseline.version,
        notes: notesOf(scenario, earlier, rule, pairs),
        regressions: pairs.flatMap((pair) => rule.limits.map((limit) => judgeRegression({ ...pair, limit, allowEmpty: rule.allowEmpty }))),
        moved: pairs
            .filter((pair) => pair.isPaired)
            .flatMap((pair) => movedMeasures(pair, { objective: scenario.slo?.objective })),
        decisions: isSameShown(scenario, earlier)
            ? pairs.map(({ baseline, policy }) => ({ policy: policy.name, ...decisionChange(baseline, policy) }))
            : [],
        unknown: now.map(({ name }) => name).filter((name) => !before.has(name)),
    };
}
/** Decisions on other random numbers differ whatever the policy does. */
function isSameShown(a, b) {
    return a.seed === b.seed && (a.shown_replication ?? 0) === (b.shown_replication ?? 0);
}
/** Only runs on the same random numbers can be taken one by one. */
function isPaired(scenario, earlier, policy, baseline) {
    const numbers = ({ replications }) => replications.map(({ replication }) => replication).join();
    const isSameTraffic = scenario.hash === earlier.hash && scenario.seed === earlier.seed;
    return isSameTraffic && numbers(policy) === numbers(baseline);
}
/** A percentage of a share near 1 may be many error budgets. */
function looseLimits({ slo }, limits, pairs) {
    if (slo === null)
        return [];
    return limits.flatMap(({ measure, kind, limit }) => {
        const allowed = Math.max(...pairs.map(({ baseline }) => limit * (baseline.measures[measure]?.mean ?? 0)));
        const budgets = allowed / (1 - slo.objective);
        if (kind !== 'relative' || !isGoodShare(measure) || !(budgets > 1))
            return [];
        const times = Number(budgets.toPrecision(2));
        return [
            `The limit of ${measure} lets the good share fall by ${times} times the error budget; error_budget_used_ratio can be limited instead.`,
        ];
    });
}
function notesOf(scenario, earlier, { baseline, version, limits }, pairs) {
    const differs = [
        // The hash covers the seed too: with another seed it says nothing about the rest.
        scenario.hash === earlier.hash || scenario.seed !== earlier.seed ? undefined : 'another content of the scenario',
        scenario.seed === earlier.seed ? undefined : `the seed ${earlier.seed}`,
        pairs.every(({ isPaired }) => isPaired) || scenario.hash !== earlier.hash || scenario.seed !== earlier.seed
            ? undefined
            : 'other replications',
    ].filter((text) => text !== undefined);
    return [
        ...(differs.length === 0
            ? []
            : [`The baseline has ${differs.join(' and ')}: the runs are not paired, and smaller changes stay unclear.`]),
        ...looseLimits(scenario, limits, pairs),
        ...(isSameShown(scenario, earlier)
            ? []
            : ['Decisions are not compared: the run that the baseline shows is not the one shown here.']),
        ...(baseline.version === version
            ? []
            : [`The baseline was made by version ${baseline.version}, this is ${version}: the model may have changed.`]),
    ];
}
function movedMeasures({ baseline, policy }, rule) {
    return comparePolicies(baseline, policy, rule).flatMap(({ measure, verdict }) => {
        if (verdict !== 'better' && verdict !== 'worse')
            return [];
        const meanOf = (one) => one.measures[measure]?.mean ?? null;
        return [{ policy: policy.name, measure, baseline: meanOf(baseline), value: meanOf(policy), verdict }];
    });
}
