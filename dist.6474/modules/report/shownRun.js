import { goodShareOf } from '../results/goodShareOf.js';
import { hasResults } from '../results/results.js';
/** `run 7 of 10`: which one the pictures show; undefined where there is one only. */
export function shownRunName(scenario) {
    const policies = scenario.policies.filter(hasResults);
    const total = Math.max(0, ...policies.map(({ replications }) => replications.length));
    if (total < 2)
        return undefined;
    const number = shownReplicationOf(scenario);
    const place = policies[0].replications.findIndex(({ replication }) => replication === number);
    return `run ${place + 1} of ${total}`;
}
/** The same with how to get it alone, and why it: `run 7 of 10 (--replication 6), the median by good share`. */
export function shownRunText(scenario) {
    const name = shownRunName(scenario);
    if (name === undefined)
        return undefined;
    const policies = scenario.policies.filter(hasResults);
    const number = shownReplicationOf(scenario);
    const whose = policies.length > 1 ? ' of all policies together' : '';
    const median = isMedian(policies, number) ? `, the median by good share${whose}` : '';
    return `${name} (--replication ${number})${median}`;
}
/** Documents of one run, and those of earlier versions, show the first replication. */
function shownReplicationOf({ shown_replication, policies }) {
    return shown_replication ?? policies.find(hasResults)?.replications[0]?.replication ?? 0;
}
/** The measures of the replication that is shown; undefined where the policy has none of it. */
export function shownMeasuresOf({ replications }, scenario) {
    const number = shownReplicationOf(scenario);
    return replications.find(({ replication }) => replication === number)?.measures;
}
/** An interrupted comparison shows what it has: whether that is the median is looked up, never assumed. */
function isMedian(policies, shown) {
    const numbers = policies[0].replications.map(({ replication }) => replication);
    const common = numbers.filter((number) => policies.every((policy) => replicationOf(policy, number) !== undefined));
    const scores = new Map(common.map((number) => [number, scoreOf(policies, number)]));
    const own = scores.get(shown);
    if (own === undefined)
        return false;
    const others = [...scores.values()];
    const [below, above] = [others.filter((score) => score < own).length, others.filter((score) => score > own).length];
    return below <= others.length / 2 && above <= others.length / 2;
}
function replicationOf({ replications }, number) {
    return replications.find(({ replication }) => replication === number);
}
function scoreOf(policies, number) {
    const shares = policies.flatMap((policy) => goodShareOf(replicationOf(policy, number)?.measures ?? {}) ?? []);
    return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
}
