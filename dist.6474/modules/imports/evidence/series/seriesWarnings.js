import { formatDuration } from '../../../base/duration.js';
import { isoTime } from '../../../base/isoTime.js';
import { unitOf } from '../../../results/seriesRoles.js';
import { gapsOf } from './gapsOf.js';
import { median } from './increases.js';
/** What a person must know of a chosen series, and what keeps it from being used at all. */
export function seriesFindings(one) {
    const where = { file: one.source.file };
    const problems = problemsOf(one);
    const warnings = [...told(one), ...counted(one), ...missing(one)].map((words) => ({ ...words, where }));
    return { warnings, problems };
}
function problemsOf({ part, label, source: { file }, points: { values }, rateOfRate }) {
    if (rateOfRate !== undefined) {
        const what = `${label} is the rate of a rate: ${rateOfRate}`;
        const why = 'A rate rises and falls like a counter that resets all the time: the answer is no number of requests or cores.';
        return [
            {
                code: 'rate-of-rate',
                where: { file },
                what,
                why,
                fix: 'ask for one of the two: rate(x_total[1m]), or the recorded rate as it is.',
            },
        ];
    }
    const below = values.filter((value) => value < 0).length;
    if (below === 0)
        return [];
    const what = `${label} has ${below} values below 0, and is taken for ${part}`;
    const why = `There is no negative ${part}: this is another quantity.`;
    return [{ code: 'negative-value', where: { file }, what, why, fix: `choose another series: --series NAME=${part}.` }];
}
/** What was told by words or by values. */
function told({ part, label, basis, unitGuess, points: { values }, windowSeconds, isSparse, faults, }) {
    const words = [];
    const unit = unitGuess ?? unitOf(part);
    if (basis === 'words') {
        words.push({ code: 'told-by-words', what: `${label} is told by its words alone`, assumed: `${part}, in ${unit}` });
    }
    else if (unitGuess !== undefined) {
        const middle = Number(median(values).toPrecision(3));
        words.push({
            code: 'unit-by-values',
            what: `${label} does not say its unit, or says one that cannot be`,
            assumed: `${unitGuess} (median ${middle} ${unitOf(part)})`,
        });
    }
    if (faults.fallShare > 0) {
        const share = Math.round(100 * faults.fallShare);
        words.push({
            code: 'not-a-counter',
            what: `${label} is named like a counter, and falls on ${share} % of its steps`,
            assumed: 'a rate already: it is not taken again',
        });
    }
    if (faults.isRising)
        words.push(rising(label, faults.isTakenAsCounter));
    if (part === 'request-rate' && windowSeconds === null && !isSparse && !faults.isTakenAsCounter) {
        words.push({
            code: 'window-unknown',
            what: `${label} does not say over which window its rate is`,
            assumed: 'each value holds from its stamp; rate(x[5m]) comes late by half of its window, and hides shorter peaks',
        });
    }
    return words;
}
function rising(label, isTakenAsCounter) {
    const what = `${label} only ever rises, as a counter does`;
    if (isTakenAsCounter)
        return { code: 'rising-rate', what, assumed: 'a counter, for it begins far above its steps: its rate is taken' };
    return {
        code: 'rising-rate',
        what,
        assumed: `a rate that rises (--series '${label}=ROLE:counter' takes its increase)`,
    };
}
/** What counters did. */
function counted({ label, seriesCount, faults }) {
    const words = [];
    if (faults.resetCount > 0) {
        const times = faults.resetCount === 1 ? 'once' : `${faults.resetCount} times`;
        const where = seriesCount === 1 ? '' : ` in ${seriesCount} series`;
        words.push({
            code: 'counter-reset',
            what: `${label} falls ${times}${where}: its counter began again`,
            assumed: 'the increase since is its new value',
        });
    }
    if (faults.leftOut.length > 0) {
        const [[from, to]] = faults.leftOut;
        const more = faults.leftOut.length === 1 ? '' : ` and ${faults.leftOut.length - 1} more times`;
        words.push({
            code: 'sum-fell',
            what: `${label} falls from ${isoTime(from)} to ${isoTime(to)}${more}, but not to a beginning, as a sum of counters does when one of them is lost`,
            assumed: 'nothing for these steps: they are gaps (sum(rate(x[1m])) has no such falls)',
        });
    }
    if (faults.mergedCount > 1) {
        words.push({
            code: 'too-fine',
            what: `${label} has more samples than are kept`,
            assumed: `the mean of ${faults.mergedCount} in turn`,
        });
    }
    if (faults.doubleCount > 0) {
        words.push({
            code: 'double-samples',
            what: `${label} has ${faults.doubleCount} samples of instants that had one already`,
            assumed: 'the first of each',
        });
    }
    return words;
}
function missing({ label, stepSeconds, points: { seconds }, isSparse, faults }) {
    if (isSparse)
        return [];
    const [longest, ...others] = gapsOf(seconds, stepSeconds);
    if (longest === undefined)
        return [];
    const span = `${isoTime(longest.fromSeconds)} to ${isoTime(longest.toSeconds)}`;
    const more = others.length === 0 ? '' : `, the longest of ${others.length + 1} gaps`;
    const empty = faults.emptyCount === 0 ? '' : ` (${faults.emptyCount} are NaN or infinite)`;
    return [
        {
            code: 'gap',
            what: `${label} has no values from ${span}${more}${empty}; its step is ${formatDuration(Math.round((stepSeconds ?? 0) * 1000) / 1000)}`,
            assumed: 'nothing: gaps stay gaps',
        },
    ];
}
