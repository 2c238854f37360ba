import { pairedDifference } from '../stats/pairedDifference.js';
import { welchDifference } from '../stats/welchDifference.js';
import { compareUnanswered, compareUnpairedRuns, unansweredPairs } from './unansweredRuns.js';
/** A pipeline looks again at every push: 99 % instead of 95 %, as for any repeated look (docs/decisions/006-verdicts-and-intervals.md). */
const confidence = 0.99;
/** Share of the baseline that rounding may make; a rise of exactly the limit keeps it. */
const roundingRatio = 1e-9;
/**
 * Whether a measure became worse than its limit allows.
 *
 * Problem: two means always differ, so judging the points makes pipelines fail by chance.
 * Idea: each run has an excess, what it is worse than the baseline's run beyond what the limit allows; the measure has regressed
 * when the interval of the mean excess lies above 0. A relative limit allows a share of the baseline's own run, not of the mean:
 * a policy that is 6 % dearer in every run then exceeds 5 % in every run, however much the runs differ from each other.
 * @see Law, "Simulation Modeling and Analysis", section 10.2
 */
export function judgeRegression(judging) {
    const { baseline, policy, limit } = judging;
    const [before, after] = [baseline.measures[keyOf(baseline, limit)], policy.measures[keyOf(policy, limit)]];
    const row = {
        policy: policy.name,
        measure: limit.measure,
        baseline: before?.mean ?? null,
        value: after?.mean ?? null,
        limit: limit.limit,
        limit_kind: limit.kind,
        level: limit.level,
        paired: judging.isPaired,
    };
    const unknown = { regression: null, low: null, high: null };
    const late = lateRuns(judging);
    if (late?.isWorse)
        return { ...row, ...unknown, outcome: 'regressed', ok: false, reason: late.reason };
    const excess = excessOf(judging);
    if (late !== undefined && excess.mean === null) {
        return { ...row, ...unknown, outcome: late.isMore ? 'unclear' : 'kept', ok: true, reason: late.reason };
    }
    if (excess.mean === null || (late === undefined && (row.baseline === null || row.value === null))) {
        const side = row.baseline === null ? 'in the baseline' : row.value === null ? 'now' : 'in the same run of both';
        return { ...row, ...unknown, outcome: 'no data', ok: judging.allowEmpty, reason: `no data ${side}` };
    }
    const rounding = roundingRatio * Math.abs(baselineSize(judging));
    const hasRegressed = excess.low !== null && excess.low > rounding;
    const outcome = hasRegressed ? 'regressed' : excess.mean > rounding || late?.isMore ? 'unclear' : 'kept';
    const isOneRun = excess.low === null && outcome === 'unclear';
    const reason = late?.reason ?? (isOneRun ? 'one run has no interval' : undefined);
    return {
        ...row,
        ...regressionOf(judging),
        outcome,
        ok: !hasRegressed,
        ...(reason === undefined ? {} : { reason }),
    };
}
/**
 * Runs in which the measure lies among unanswered requests, which no mean can hold; undefined where there are none.
 *
 * Their number is judged by an exact test of its own, paired or not; the runs that both answered by their values as ever.
 */
function lateRuns(judging) {
    const { baseline, policy, limit, isPaired } = judging;
    const before = { policy: baseline, measure: keyOf(baseline, limit) };
    const after = { policy, measure: keyOf(policy, limit) };
    const paired = unansweredPairs(before, after);
    const { ofA, ofB, verdict } = compareUnpairedRuns(before, after);
    if (ofA.hitCount + ofB.hitCount === 0)
        return undefined;
    const judged = isPaired && paired !== undefined ? compareUnanswered(paired) : { verdict, runs: {} };
    const isWorse = judged.verdict === 'worse';
    const more = judged.runs.runs_needed === undefined ? '' : `, about ${judged.runs.runs_needed} runs would tell`;
    const isMore = ofB.hitCount * ofA.runCount > ofA.hitCount * ofB.runCount;
    const tail = isMore && !isWorse ? `: undecided${more}` : '';
    const reason = `unanswered in ${ofB.hitCount} of ${ofB.runCount} runs against ${ofA.hitCount} of ${ofA.runCount}${tail}`;
    return { isWorse, isMore, reason };
}
/** The baseline's mean over the runs that have a value. */
function baselineSize({ baseline, limit }) {
    const values = [...valuesOf(baseline, keyOf(baseline, limit)).values()];
    return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
function excessOf({ baseline, policy, limit, isPaired }) {
    const sign = limit.better === 'lower' ? 1 : -1;
    const worst = (value) => sign * value + (limit.kind === 'relative' ? limit.limit * Math.abs(value) : limit.limit);
    const before = valuesOf(baseline, keyOf(baseline, limit));
    const after = valuesOf(policy, keyOf(policy, limit));
    const allowed = (replications) => replications.map((one) => worst(before.get(one) ?? 0));
    const reached = (replications) => replications.map((one) => sign * (after.get(one) ?? 0));
    if (!isPaired)
        return welchDifference({ a: allowed([...before.keys()]), b: reached([...after.keys()]) }, confidence);
    const both = [...before.keys()].filter((one) => after.has(one));
    return pairedDifference({ a: allowed(both), b: reached(both) }, confidence);
}
/** With one service a run states its measures once, without the service's name. */
function keyOf({ measures }, { measure }) {
    return Object.hasOwn(measures, measure) ? measure : measure.replace(/^services\.[^.]+\./, '');
}
function valuesOf({ replications }, measure) {
    return new Map(replications.flatMap(({ replication, measures }) => {
        const value = measures[measure];
        return typeof value === 'number' ? [[replication, value]] : [];
    }));
}
/** What the runs say of the regression itself, so that readers can hold it against the limit; decided the same way. */
function regressionOf(judging) {
    const excessAt = (limit) => excessOf({ ...judging, limit: { ...judging.limit, limit } });
    const [atZero, atOne] = [excessAt(0), excessAt(1)];
    const slope = (atZero.mean ?? 0) - (atOne.mean ?? 0);
    if (atZero.mean === null || slope === 0)
        return { regression: null, low: null, high: null };
    const regression = atZero.mean / slope;
    const size = judging.limit.kind === 'relative' ? 1 : Math.abs(baselineSize(judging));
    const rounded = (value) => (value !== null && Math.abs(value) <= roundingRatio * size ? 0 : value);
    const edge = (side) => rounded(edgeOf((limit) => excessAt(limit)[side], regression, side));
    return { regression: rounded(regression), low: edge('low'), high: edge('high') };
}
/**
 * The limit at which one end of the excess's interval is 0: the same end of the regression's interval (Fieller).
 *
 * Found by halving: the interval's shape depends on the limit, and with Welch's degrees of freedom there is no formula.
 * @returns null with one run, and where the baseline varies too much for any limit to be certain
 */
function edgeOf(boundAt, regression, side) {
    const atMean = boundAt(regression);
    if (atMean === null)
        return null;
    if (atMean === 0)
        return regression;
    const direction = side === 'low' ? -1 : 1;
    // A step as large as the regression itself soon doubles to whatever is needed; 60 doublings pass 1e17.
    let step = Math.max(Math.abs(regression), 1e-6);
    const isBeyond = (limit) => (boundAt(limit) ?? 0) * direction < 0;
    for (let doubling = 0; doubling < 60 && !isBeyond(regression + direction * step); doubling++)
        step *= 2;
    let [near, far] = [regression, regression + direction * step];
    if (!isBeyond(far))
        return null;
    // 60 halvings exhaust a double.
    for (let halving = 0; halving < 60; halving++) {
        const middle = (near + far) / 2;
        if (isBeyond(middle))
            far = middle;
        else
            near = middle;
    }
    return near;
}
