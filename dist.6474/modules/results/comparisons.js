import { holmConfidence } from '../stats/holm.js';
import { pairedDifference } from '../stats/pairedDifference.js';
import { directionOf, isWithin, leavesOutZero, marginOf, runsNeeded } from '../stats/verdict.js';
import { isGoodShare, spreadOf } from './measureSpread.js';
import { measureOf } from './measures/index.js';
import { compareUnanswered, unansweredPairs } from './unansweredRuns.js';
/** What policies are compared by, in the order of the reports. */
export const comparedMeasures = [
    'slo_attainment',
    'time_above_slo_s',
    'longest_above_slo_s',
    'recovery_s',
    'error_budget_used_ratio',
    'latency_all_p99_ms',
    'latency_all_p95_ms',
    'latency_all_p50_ms',
    'latency_p99_ms',
    'latency_p95_ms',
    'latency_mean_ms',
    'queue_wait_mean_ms',
    'queue_wait_p99_ms',
    'requests_good',
    'throughput_per_second',
    'cost_usd',
    'cost_usd_per_month',
    'cost_per_million_good_usd',
    'waste_usd',
    'regret_ratio',
    'scaling_reversals',
    'wasted_starts',
    'lag_total_s',
    'lag_unanswered_count',
    'instances_mean',
    'instances_peak',
    'under_provisioned_percent',
    'over_provisioned_percent',
    'under_provisioned_time_percent',
    'over_provisioned_time_percent',
];
/** The columns of the default table: what a pair is judged by, together. */
export const judgedMeasures = [
    'slo_attainment',
    'latency_all_p99_ms',
    'cost_usd',
    'scaling_reversals',
    'time_above_slo_s',
];
/** The same quantity in another unit has the same verdict. */
const sameAs = { cost_usd_per_month: 'cost_usd' };
/** Intervals of what is not judged, and of what does not matter. */
const plainConfidence = 0.95;
/**
 * Compares `b` with the reference `a`, run by run on the same random numbers. Measures that neither has are left out.
 *
 * Problem: of 30 intervals at 95 % one or two leave out 0 by chance.
 * Idea: five measures are judged, together at 5 % (Holm); all others show their interval and are not judged. Runs among unanswered
 * requests have no value to take a difference of: their number is compared by a test of its own.
 */
export function comparePolicies(a, b, rule = {}) {
    const pairs = comparedMeasures.flatMap((name) => pairOf(name, a, b, rule));
    const judged = pairs.filter(({ name }) => judgedMeasures.some((one) => one === name));
    const confidence = holmConfidence(judged.flatMap(({ intervalAt }) => intervalAt === undefined ? [] : [(asked) => leavesOutZero(intervalAt(asked))]), { familyCount: judged.length });
    return pairs.map((pair) => rowOf(pair, confidence, { a: a.name, b: b.name }));
}
function pairOf(name, a, b, { objective }) {
    const better = measureOf(name)?.better;
    if (better === undefined || (a.measures[name] === undefined && b.measures[name] === undefined))
        return [];
    const late = unansweredPairs({ policy: a, measure: name }, { policy: b, measure: name });
    if (late !== undefined)
        return [{ name, better, margin: 0, intervalAt: undefined, late }];
    const pairs = pairedValues(name, a, b);
    if (pairs.a.length === 0)
        return [];
    const referenceMean = pairs.a.reduce((sum, value) => sum + value, 0) / pairs.a.length;
    const margin = marginOf({ referenceMean, isGoodShare: isGoodShare(name), objective });
    const { least, most } = spreadOf(name);
    const intervalAt = (confidence) => within(pairedDifference(pairs, confidence), most - least);
    return [{ name, better, margin, intervalAt, late }];
}
/** No difference is larger than the range of the measure. */
function within({ low, high, ...rest }, range) {
    return {
        ...rest,
        low: low === null ? null : Math.max(-range, low),
        high: high === null ? null : Math.min(range, high),
    };
}
function rowOf({ name, better, margin, intervalAt, late }, familyConfidence, names) {
    const row = { measure: name, ...names };
    const isJudged = judgedMeasures.some((one) => one === (sameAs[name] ?? name));
    const worded = (verdict) => isJudged ? { verdict } : { verdict: 'not judged', uncorrected: verdict };
    if (late !== undefined) {
        const { verdict, runs } = compareUnanswered(late);
        return { ...row, difference: null, low: null, high: null, ...worded(verdict), ...runs, unanswered: late.counts };
    }
    const plain = intervalAt?.(plainConfidence);
    const isAlike = plain !== undefined && isWithin(plain, margin);
    const confidence = isAlike || !isJudged ? plainConfidence : familyConfidence;
    const interval = intervalAt?.(confidence) ?? { mean: null, low: null, high: null, n: 0 };
    const verdict = isAlike ? 'no difference that matters' : directionOf(interval, better);
    const runs = verdict === 'undecided' && better !== 'none' ? runsNeeded(interval, margin) : undefined;
    const { mean: difference, low, high } = interval;
    return {
        ...row,
        difference,
        low,
        high,
        confidence: Number(confidence.toPrecision(12)),
        ...worded(verdict),
        ...(runs === undefined ? {} : { runs_needed: runs }),
    };
}
/** Values of the replications in which both have one. */
function pairedValues(name, a, b) {
    const ofB = new Map(b.replications.map(({ replication, measures }) => [replication, measures[name]]));
    const pairs = { a: [], b: [] };
    for (const { replication, measures } of a.replications) {
        const [valueA, valueB] = [measures[name], ofB.get(replication)];
        if (typeof valueA !== 'number' || typeof valueB !== 'number')
            continue;
        pairs.a.push(valueA);
        pairs.b.push(valueB);
    }
    return pairs;
}
