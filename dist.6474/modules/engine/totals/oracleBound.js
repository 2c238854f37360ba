import { billedSecondsOf } from '../../record/fleetLog.js';
import { minCostFlow } from './minCostFlow.js';
/** Rounding up to at most so much is left out: the bound is lower by less than this for each start. */
const EXACT_GRANULARITY_SECONDS = 1;
/** Edges times instances of a network that is still searched, some 0.1 s; beyond it rounding and minimum are left out. */
const WORK_LIMIT = 5e6;
/**
 * The least instance-seconds that any way of covering needed(t) is billed, to someone who knows the future.
 *
 * Billing without rounding or minimum comes apart by level: the k-th instance is kept through a gap exactly when the gap is
 * no longer than the startup that a new one is billed for. A rounded bill does not come apart (two lives may overlap so
 * that both fill their hours), but as a cover by intervals it is a flow: a unit is an instance, idle or alive, and the
 * idle ones leave enough alive. The matrix has consecutive ones, so the least flow is whole and exact.
 *
 * Lives may be taken to begin where needed rises and to end where it falls: later begins and earlier ends cost no more,
 * and a life that begins where another ends is better joined to it, for bills are subadditive.
 * @see Lin et al., "Dynamic right-sizing" (INFOCOM 2011); Lu, Chen, Andrew (TPDS 2013) for the rule of a level
 */
export function oracleBilledSeconds(question) {
    const { billing, startupSeconds } = question;
    const bootSeconds = billing.from === 'launch' ? startupSeconds : 0;
    const hasFineGranularity = billing.granularitySeconds <= EXACT_GRANULARITY_SECONDS;
    // A start is billed for its startup at least, so a minimum below it never binds.
    if (hasFineGranularity && billing.minimumSeconds <= bootSeconds)
        return byLevels(question, bootSeconds);
    return byFlow(question, bootSeconds) ?? byLevels(question, bootSeconds);
}
function byLevels({ needed, span, edges }, bootSeconds) {
    const { fromSeconds, toSeconds } = span;
    let count = needed.at(fromSeconds);
    let nowSeconds = fromSeconds;
    let total = edges === 'alone' ? count * bootSeconds : 0;
    /** [level] when it was last needed. */
    const endSeconds = [];
    const firstGapOf = (seconds) => (edges === 'alone' ? Number.POSITIVE_INFINITY : seconds - fromSeconds);
    for (const { seconds, to } of needed.changesIn(span)) {
        total += count * (seconds - nowSeconds);
        for (let level = count; level < to; level++) {
            const end = endSeconds[level];
            total += Math.min(bootSeconds, end === undefined ? firstGapOf(seconds) : seconds - end);
        }
        for (let level = to; level < count; level++)
            endSeconds[level] = seconds;
        count = to;
        nowSeconds = seconds;
    }
    return total + count * (toSeconds - nowSeconds);
}
/** Undefined where the network would be too large. */
function byFlow(question, bootSeconds) {
    const { needed, span } = question;
    const times = [span.fromSeconds, ...needed.changesIn(span).map(({ seconds }) => seconds), span.toSeconds];
    const counts = times.slice(0, -1).map((seconds) => needed.at(seconds));
    const peak = counts.reduce((most, count) => Math.max(most, count), 0);
    const edges = counts.map((count, node) => ({
        from: node,
        to: node + 1,
        capacity: peak - count,
        cost: 0,
    }));
    const falls = times.flatMap((_, node) => (node > 0 && counts[node - 1] > (counts[node] ?? -1) ? [node] : []));
    for (const [node, count] of counts.entries()) {
        if (node > 0 && count <= counts[node - 1])
            continue;
        for (const edge of livesFrom(node, { question, bootSeconds, times, falls }))
            edges.push(edge);
        if (edges.length * peak > WORK_LIMIT)
            return undefined;
    }
    return minCostFlow(times.length, edges, peak);
}
/** The lives worth beginning at a node: for each bill the longest. */
function livesFrom(node, { question, bootSeconds, times, falls }) {
    const { span, billing, edges } = question;
    const isFirst = node === 0 && edges !== 'alone';
    const launchSeconds = times[node] - (isFirst ? 0 : bootSeconds);
    const lives = [];
    // Launched before the span at the best time, its hours end just when it does.
    const isFree = isFirst && edges === 'run';
    const billOf = (index) => {
        const lifeSeconds = times[falls[index]] - launchSeconds;
        return isFree ? lifeSeconds : billedSecondsOf(lifeSeconds, billing);
    };
    for (let next = falls.findIndex((fall) => fall > node); next < falls.length; next++) {
        const paidSeconds = billOf(next);
        while (next + 1 < falls.length && billOf(next + 1) <= paidSeconds)
            next++;
        const cost = edges === 'alone'
            ? paidSeconds
            : Math.min(launchSeconds + paidSeconds, span.toSeconds) - Math.max(launchSeconds, span.fromSeconds);
        lives.push({ from: node, to: falls[next], capacity: Number.POSITIVE_INFINITY, cost });
    }
    return lives;
}
