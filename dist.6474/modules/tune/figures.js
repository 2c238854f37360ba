import { aggregateMeasures } from '../results/aggregate.js';
import { goodShareOf } from '../results/goodShareOf.js';
import { isGoodShare, spreadOf } from '../results/measureSpread.js';
import { measureOf } from '../results/measures/index.js';
import { parseMetricSelector, parseThresholdExpression } from '../results/thresholdExpression.js';
import { sampleMetrics } from '../results/thresholdMetrics.js';
import { spreadInterval } from '../stats/spreadInterval.js';
import { marginOf } from '../stats/verdict.js';
import { goalValue } from './goal.js';
import { hasMusts, judgeMusts, shortfallOf } from './musts.js';
/** The judge of a search. */
export function judgeOf({ goal, musts, worldShare, objective }) {
    const known = new WeakMap();
    const misses = (run) => {
        const found = known.get(run) ?? judgeMusts(musts, [run]).some(({ ok }) => !ok);
        known.set(run, found);
        return found;
    };
    return {
        better: goal.better,
        goalOf: (run) => goalValue(goal, run),
        misses,
        verdictOf: (runs) => {
            const results = hasMusts(musts) ? judgeMusts(musts, runs) : [];
            if (worldShare === undefined)
                return { ok: results.every(({ ok }) => ok), shortfall: shortfallOf(results) };
            const missing = worldShare - metCount(runs, misses) / Math.max(1, runs.length);
            return { ok: missing <= 0, shortfall: Math.max(0, missing) };
        },
        marginOf: (referenceMean) => marginOf({ referenceMean, isGoodShare: isGoodShare(goal.name), objective }),
    };
}
function metCount(runs, misses) {
    return runs.filter((run) => !misses(run)).length;
}
/** What runs of one setting say. */
export function figuresOf(runs, judging) {
    const { goal, musts } = judging;
    const judge = judgeOf(judging);
    const perRun = runs.map((run) => judgeMusts(musts, [run]));
    return {
        runs: runs.length,
        runs_met: metCount(runs, judge.misses),
        meets: judge.verdictOf(runs).ok,
        goal: aggregateOf(runs, goal.name, (run) => goalValue(goal, run)),
        good_share: aggregateOf(runs, 'slo_attainment', ({ measures }) => goodShareOf(measures)),
        must: judgeMusts(musts, runs).map((one, index) => {
            const values = perRun.flatMap((results) => results[index].value ?? []);
            const interval = values.length < runs.length ? { low: null, high: null } : spreadInterval(values, spreadOfMetric(one.metric));
            const metRuns = perRun.filter((results) => results[index].ok).length;
            return { ...one, ...around(one.value, interval), runs_met: metRuns };
        }),
    };
}
function aggregateOf(runs, name, valueIn) {
    const replications = runs.map((run) => {
        const reason = run.nulls[name] ?? run.nulls[name.replace(/^services\.[^.]+\./, '')];
        return {
            replication: run.replication,
            measures: { [name]: valueIn(run) ?? null },
            ...(reason === undefined ? {} : { nulls: { [name]: reason } }),
        };
    });
    return aggregateMeasures(replications)[name] ?? { mean: null, low: null, high: null, n: 0, reason: 'no runs' };
}
/** A quantile of all samples together need not lie in the interval of the runs' own ones; what is shown with it does. */
function around(value, { low, high }) {
    if (value === null || low === null || high === null)
        return { low: null, high: null };
    return { low: Math.min(low, value), high: Math.max(high, value) };
}
function spreadOfMetric(text) {
    const metric = parseMetricSelector(text)?.metric ?? text;
    if (measureOf(metric) !== undefined)
        return spreadOf(metric);
    const kind = Object.hasOwn(sampleMetrics, metric) ? sampleMetrics[metric].kind : 'trend';
    if (kind === 'rate')
        return { kind: 'share', least: 0, most: 1 };
    return { kind: 'skewed', least: 0, most: Number.POSITIVE_INFINITY };
}
/** What stands against the goal: the first thing that must hold, where it has a better side, else the good share. */
export function safetyOf({ musts }) {
    const [first] = judgeMusts(musts, []);
    const { operator, limit } = (first && parseThresholdExpression(first.expression)) ?? {};
    if (first !== undefined && limit !== undefined && operator !== undefined && /^[<>]/.test(operator))
        return { metric: first.metric, better: operator.startsWith('<') ? 'lower' : 'higher', limit };
    return { metric: 'slo_attainment', better: 'higher', limit: null };
}
/** Where a setting stands in it. */
export function safetyAt({ must, good_share }, safety) {
    if (safety.limit === null)
        return { value: good_share.mean, low: good_share.low, high: good_share.high };
    const { value, low, high } = must[0];
    return { value, low, high };
}
