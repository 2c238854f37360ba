import { measureOf } from '../../../results/measures/index.js';
import { counted, formatDuration, thinSpace } from '../../format.js';
import { hindsightText } from '../../hindsight.js';
import { isSeparated } from '../cards.js';
import { escapeHtml } from '../escape.js';
import { limitText, measureText } from '../measureText.js';
import { policyHtml } from '../phraseHtml.js';
import { placeClass } from '../policyStyle.js';
import { stripScale, stripSvg } from '../strip.js';
import { scoreboardTitle } from '../titles.js';
import { headingHtml, scrollHtml } from './section.js';
/** Who meets the limits, at what price, how sure: dots on a common scale per column. */
export function scoreboardSection(context) {
    const { study } = context;
    if (study.candidates.length === 0)
        return '';
    const columns = columnsOf(study);
    const heads = columns.map(({ title, note }) => `<th scope="col" data-sort>${escapeHtml(title)}<small>${escapeHtml(note)}</small></th>`);
    const met = study.limitCount === 0 ? '' : '<th scope="col" data-sort>Limits<small>met</small></th>';
    const rows = study.ranked.map((candidate) => rowHtml(candidate, columns, study));
    const failures = study.failures.map(({ name, failure }) => `<tr><th scope="row">${policyHtml(name, study)}</th><td class="failure bad" colspan="${columns.length + 1}">✗ failed: ${escapeHtml(failure.message)}</td></tr>`);
    return `<section>${headingHtml(context, { id: 'scoreboard', title: scoreboardTitle(study), how: howOf(context) })}
${scrollHtml(context, 'Scoreboard', `<table class="board"><thead><tr><th scope="col"><b>Policy</b><small>best first</small></th>${met}${heads.join('')}</tr></thead>
<tbody>${rows.join('\n')}${failures.join('')}</tbody></table>`)}</section>`;
}
function howOf({ study: { runs, candidates, money }, hasScript }) {
    const month = money.monthText === undefined ? '' : ` ${money.label}: ${money.monthText}.`;
    const bar = runs > 1
        ? `Mean of ${runs} replications. Dot and bar: mean and 95${thinSpace}% interval`
        : 'One replication, so no intervals. Dot: the value';
    if (candidates.length < 2)
        return `${bar}; dashed line the limit.${month}`;
    const bold = runs > 1 ? 'Bold: best, or not shown to differ from it.' : 'Bold is best.';
    const sorting = hasScript ? ' Headings sort.' : '';
    return `${bar}, grey dots the other policies, dashed line the limit. ${bold}${month}${sorting}`;
}
/** The columns that any policy has, then the user's other limits. */
function columnsOf(study) {
    const limits = study.candidates[0]?.limits ?? [];
    const base = [
        { measure: 'cost_usd', title: 'Cost', note: study.money.label },
        { measure: 'latency_all_p95_ms', title: 'p95 all', note: 'all requests' },
        { measure: 'latency_all_p99_ms', title: 'p99 all', note: 'all requests' },
        { measure: 'slo_attainment', title: 'Good requests', note: 'in time' },
        { measure: 'time_above_slo_s', title: 'Slow for', note: `of ${formatDuration(study.spanSeconds)}` },
        { measure: 'scaling_reversals', title: 'Reversals', note: 'in the run' },
        { measure: 'under_provisioned_time_percent', title: 'Short of need', note: '% of time' },
    ];
    const others = limits.flatMap(({ measure, label }) => measure === undefined || base.some((column) => column.measure === measure)
        ? []
        : [{ measure, title: /^p\d/.test(label) && !label.endsWith('all') ? `${label} answered` : label, note: '' }]);
    const unique = [...base, ...others].filter(({ measure }, index, list) => list.findIndex((one) => one.measure === measure) === index);
    return unique
        .filter(({ measure }) => study.candidates.some(({ policy }) => isStated(policy.measures[measure])))
        .filter(({ measure }) => measure !== 'cost_usd' || study.hasCost)
        .map((column) => ({ ...column, note: noteOf(column, limitNote(limits, column.measure)) }));
}
/** The cost keeps its unit beside its limit. */
function noteOf({ measure, note }, limit) {
    if (limit === undefined)
        return note;
    return measure === 'cost_usd' ? `${note}, ${limit}` : limit;
}
function isStated(aggregate) {
    return aggregate !== undefined && (aggregate.mean !== null || aggregate.reason === 'unanswered');
}
function limitNote(limits, measure) {
    const limit = limits.find((one) => one.measure === measure);
    if (limit === undefined)
        return undefined;
    // The limit is on the cost of a run, whatever the column shows.
    const perRun = measure === 'cost_usd' ? '/run' : '';
    return `${measure === 'slo_attainment' ? 'objective' : 'limit'} ${limitText(limit)}${perRun}`;
}
function rowHtml(candidate, columns, study) {
    const { name, policy, limits, metCount, isOfHindsight } = candidate;
    const own = policy.source === name ? paramsText(candidate) : policy.source;
    const source = isOfHindsight ? hindsightText : own;
    const isAll = metCount === limits.length;
    const met = study.limitCount === 0
        ? ''
        : `<td class="met ${isAll ? 'good' : 'bad'}" data-value="${metCount}">${isAll ? `✓ all ${limits.length}` : `✗ ${metCount} of ${limits.length}`}</td>`;
    const cells = columns.map((column) => cellHtml(candidate, column, study));
    const chosen = candidate === study.winner && !isOfHindsight ? 'chosen ' : '';
    return `<tr class="${chosen}d ${placeClass(candidate.place)}"><th scope="row">${policyHtml(name, study, { isPick: true })}<small>${escapeHtml(source)}</small></th>${met}${cells.join('')}</tr>`;
}
function paramsText({ policy }) {
    const count = Object.keys(policy.params).length;
    return count === 0 ? '' : counted(count, 'parameter');
}
function cellHtml(candidate, { measure }, study) {
    const { text, note, interval } = measureText(candidate.policy, measure, study.money);
    const isBroken = candidate.limits.some((one) => one.measure === measure && !one.ok);
    const title = [interval === '' || note !== '' ? interval : `${interval} (95${thinSpace}% interval)`, note]
        .filter((one) => one !== '')
        .join('; ');
    const kind = isBroken ? 'bad' : isBest(candidate, measure, study) ? 'best' : '';
    const strip = stripSvg(candidate, measure, study, stripScale(measure, study));
    const reason = text === 'n/a' && note !== '' ? `<span class="interval">${escapeHtml(note)}</span>` : '';
    const value = candidate.policy.measures[measure]?.mean ?? (note === '' ? '' : unansweredValue(candidate, measure));
    return `<td data-value="${value}"><span${kind === '' ? '' : ` class="${kind}"`}${title === '' ? '' : ` title="${escapeHtml(title)}"`}>${escapeHtml(text)}${isBroken ? ' ✗' : ''}</span>${reason}${strip}</td>`;
}
/** The best mean of the column, or one that the paired runs do not tell apart from it. */
function isBest(candidate, measure, study) {
    const { candidates, runs } = study;
    const better = measureOf(measure)?.better;
    const valued = candidates.filter(({ policy, isOfHindsight }) => !isOfHindsight && typeof policy.measures[measure]?.mean === 'number');
    if (better === undefined || better === 'none' || valued.length < 2 || !valued.includes(candidate))
        return false;
    const value = (one) => (one.policy.measures[measure]?.mean ?? 0) * (better === 'lower' ? 1 : -1);
    const best = valued.reduce((a, b) => (value(b) < value(a) ? b : a));
    if (value(candidate) === value(best))
        return true;
    return runs > 1 && !isSeparated(measure, { a: best, b: candidate }, study);
}
/** Unanswered is later than any answer, so it sorts behind all of them; another missing value has no place. */
function unansweredValue({ policy }, measure) {
    return policy.measures[measure]?.reason === 'unanswered' ? '1e15' : '';
}
