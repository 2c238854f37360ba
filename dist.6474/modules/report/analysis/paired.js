import { comparePolicies } from '../../results/comparisons.js';
/** A ratio cannot fall below this: nothing that is drawn or said is smaller. */
const leastRatio = 1e-6;
/** What the runs say of b against a in a measure; undefined where neither has it. */
export function comparisonOf(measure, { a, b }, { scenario }) {
    const rows = comparePolicies(a.policy, b.policy, { objective: scenario.slo?.objective });
    return rows.find((row) => row.measure === measure);
}
/** Undefined where the reference is not positive or no pair has values: then a ratio says nothing. */
export function pairedRatio(measure, sides, study) {
    const row = comparisonOf(measure, sides, study);
    const pairs = pairsOf(measure, sides);
    const mean = pairs.reduce((sum, pair) => sum + pair.a, 0) / pairs.length;
    if (row === undefined || row.difference === null || !(mean > 0))
        return undefined;
    const ratioAt = (difference) => Math.max(leastRatio, 1 + difference / mean);
    const lowerCount = pairs.filter((pair) => pair.b < pair.a).length;
    const bound = (value) => (value === null ? null : ratioAt(value));
    return {
        ratio: ratioAt(row.difference),
        low: bound(row.low),
        high: bound(row.high),
        n: pairs.length,
        lowerCount,
        row,
    };
}
function pairsOf(name, { a, b }) {
    const ofB = new Map(b.policy.replications.map(({ replication, measures }) => [replication, measures[name]]));
    return a.policy.replications.flatMap(({ replication, measures }) => {
        const [valueA, valueB] = [measures[name], ofB.get(replication)];
        return typeof valueA === 'number' && typeof valueB === 'number' ? [{ a: valueA, b: valueB }] : [];
    });
}
