import { decisionMarksOf } from '../analysis/decisionMarks.js';
import { comparisonOf } from '../analysis/paired.js';
import { causeOf, shortagesOf } from '../analysis/shortages.js';
import { meanOf, worstLimit } from '../analysis/study.js';
import { capital, formatCost, formatCount, formatDuration, formatInUnit, formatPercent, thinSpace } from '../format.js';
import { listPhrase } from '../phrase.js';
import { heldInText } from '../sloText.js';
import { isShownCheaper, savingOf } from '../words.js';
import { limitText, limitValueText } from './measureText.js';
/** One card per policy besides the reference, the best first: what one could take instead goes before what misses a limit. */
export function cardsOf(study) {
    const { reference, ranked } = study;
    if (reference === undefined)
        return [];
    const others = ranked.filter((one) => one !== reference);
    return others.map((candidate) => ({ candidate, text: cardText(candidate, reference, study) }));
}
function cardText(candidate, reference, study) {
    if (candidate.isOfHindsight) {
        return [
            `It knows the traffic's rate in advance and plans for 80${thinSpace}% of capacity: a yardstick that nobody can deploy. A policy with more or less spare capacity can cost less, or serve more requests well.`,
        ];
    }
    const price = priceClause(candidate, reference, study);
    if (study.isWithoutTraffic)
        return [`${price?.text ?? 'It has nothing to do'}.`];
    const worst = worstLimit(candidate);
    if (worst === undefined)
        return ofPassing(candidate, price, study);
    const flaps = candidate.limits.some(({ measure, ok }) => measure === 'scaling_reversals' && !ok);
    const verb = worst.label.endsWith('s') ? 'are' : 'is';
    const broken = `${worst.label} ${verb} ${limitValueText(candidate.policy, worst)} against a limit of ${limitText(worst)}`;
    const head = price === undefined ? capital(broken) : `${price.text}, ${price.isGood ? 'but' : 'and'} ${broken}`;
    const tail = flaps && worst.measure === 'scaling_reversals' ? flapClause(candidate, study) : shortageClause(candidate, study);
    return [head, ...tail, ...(flaps && worst.measure !== 'scaling_reversals' ? flapSentence(candidate, study) : [])];
}
/** Its price against the reference; undefined without prices. */
function priceClause(candidate, reference, study) {
    const saving = savingOf(candidate, reference);
    if (saving === undefined || meanOf(candidate, 'cost_usd') === undefined)
        return undefined;
    if (isShownCheaper(candidate, reference, study)) {
        return { text: `${formatPercent(saving)} cheaper than ${reference.label}`, isGood: true };
    }
    if (isShownCheaper(reference, candidate, study)) {
        return { text: `${formatPercent(-saving)} more expensive than ${reference.label}`, isGood: false };
    }
    const isAlike = comparisonOf('cost_usd', { a: reference, b: candidate }, study)?.verdict === 'no difference that matters';
    const text = isAlike ? 'No cost difference that matters to' : 'Not shown to cost more than';
    return { text: `${text} ${reference.label}`, isGood: true };
}
function ofPassing(candidate, price, study) {
    const { limitCount, money } = study;
    const parts = [];
    const { slo } = candidate.policy;
    const held = slo === undefined ? undefined : heldInText(slo);
    const inRuns = held === undefined ? '' : ` (the SLO ${held})`;
    if (limitCount > 0)
        parts.push(`Meets ${limitCount === 1 ? 'the limit' : 'every limit'} too${inRuns}`);
    if (price !== undefined)
        parts.push(parts.length === 0 ? price.text : price.text.replace(/^No/, 'no'));
    const first = parts.length === 0 ? '' : `${parts.join(', ')}.`;
    const idle = idlePercent(candidate);
    const cost = meanOf(candidate, 'cost_usd');
    const waste = idle === undefined || cost === undefined || cost === 0 || idle < 5
        ? ''
        : ` ${formatPercent(idle)} of its ${formatCost(cost, money)} paid for idle instances.`;
    return [`${first}${waste}`.trim() || 'No limit and no price separates it from the others.'];
}
/** Share of the bill that paid for idling; without that measure, of the billed time without a request inside. */
function idlePercent(candidate) {
    const [idleUsd, costUsd] = [meanOf(candidate, 'cost_idle_usd'), meanOf(candidate, 'cost_usd')];
    if (idleUsd !== undefined && costUsd !== undefined && costUsd > 0)
        return (idleUsd / costUsd) * 100;
    const [busy, billed] = [meanOf(candidate, 'instances_busy_mean'), meanOf(candidate, 'instances_billed_mean')];
    return busy === undefined || billed === undefined || billed <= 0 ? undefined : Math.max(0, (1 - busy / billed) * 100);
}
function shortageClause(candidate, { spanSeconds }) {
    const { policy } = candidate;
    const worst = shortagesOf(policy)[0];
    if (worst === undefined)
        return ['.'];
    const cause = causeOf(worst, policy, decisionMarksOf(policy));
    const time = { timeSeconds: worst.fromSeconds };
    const percent = meanOf(candidate, 'under_provisioned_time_percent');
    const spellSeconds = worst.untilSeconds - worst.fromSeconds;
    const totalSeconds = ((percent ?? 0) / 100) * spanSeconds;
    const total = totalSeconds > 1.3 * spellSeconds ? `, ${formatDuration(totalSeconds)} in all` : '';
    const spell = `short of instances for ${formatDuration(spellSeconds)}${total}.`;
    if (cause === undefined)
        return [': from ', time, ` it was ${spell}`];
    if (cause.type === 'late')
        return [': it followed the rise late and from ', time, ` was ${spell}`];
    if (cause.type === 'held')
        return [`: a wish was ${cause.result}, and from `, time, ` it was ${spell}`];
    return [`: with the ${cause.kind.replace(/-/g, ' ')} at `, time, ` it was ${spell}`];
}
function flapClause(candidate, study) {
    return [': it flapped', ...flapTimes(candidate, study), '.'];
}
function flapSentence(candidate, study) {
    const count = meanOf(candidate, 'scaling_reversals') ?? 0;
    return [` It flapped: ${formatInUnit(count, 'count')} reversals a run`, ...flapTimes(candidate, study), '.'];
}
/** `, first at 00:04 and 00:33; 24 instances stopped before they were useful ($0.15)`. */
function flapTimes(candidate, { money }) {
    const times = decisionMarksOf(candidate.policy)
        .filter(({ isReversal }) => isReversal)
        .slice(0, 2)
        .map(({ timeSeconds }) => ({ timeSeconds }));
    const wasted = meanOf(candidate, 'wasted_starts') ?? 0;
    const usd = meanOf(candidate, 'waste_usd');
    const bill = usd === undefined || usd === 0 ? '' : ` (${formatCost(usd, money)})`;
    const waste = wasted < 1 ? '' : `; ${formatCount(wasted)} instances stopped before they were useful${bill}`;
    return [...(times.length === 0 ? [] : [', first at ', ...listPhrase(times)]), waste];
}
/** Whether the paired runs tell two policies apart in a measure; with one run they never do. */
export function isSeparated(name, sides, study) {
    const row = comparisonOf(name, sides, study);
    const word = row?.verdict === 'not judged' ? row.uncorrected : row?.verdict;
    return word === 'better' || word === 'worse';
}
