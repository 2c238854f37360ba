import { decisionMarksOf } from '../../analysis/decisionMarks.js';
import { capital, countWord, formatCount } from '../../format.js';
import { shownRunName } from '../../shownRun.js';
import { escapeHtml } from '../escape.js';
import { policyHtml, timeHtml } from '../phraseHtml.js';
import { headingHtml, scrollHtml, timelineIdOf } from './section.js';
/** Rows in the file; report.json keeps every decision. */
const rowsMax = 400;
/** Every change of the desired count with its reason: which decision at which second caused it? */
export function logSection(context) {
    const { study } = context;
    const all = study.candidates.flatMap((candidate, place) => decisionMarksOf(candidate.policy).map((mark) => ({ candidate, place, mark })));
    if (all.length === 0)
        return '';
    const rows = chosenRows(all);
    const reversals = all.filter(({ mark }) => mark.isReversal).length;
    const onlyReversals = reversals > 0 && context.hasScript;
    const services = new Set(all.map(({ mark }) => mark.service));
    const left = all.length - rows.length;
    const more = left === 0
        ? ''
        : `<p class="how">${formatCount(left)} more in the JSON report; reversals and wishes held back went before.</p>`;
    const hasReason = all.some(({ mark }) => mark.reason !== '' || mark.rule !== '');
    const title = hasReason ? 'Every change, with the rule that held' : 'Every change of the desired count';
    const rules = [...new Set(all.map(({ mark }) => mark.rule).filter((rule) => rule !== ''))].sort();
    const body = rows.map((row) => rowHtml(row, { context, isHidden: onlyReversals && !row.mark.isReversal, services, rules }));
    const head = (text) => `<th scope="col">${text}</th>`;
    const heads = [
        head('Time'),
        head('Policy'),
        services.size > 1 ? head('Service') : '',
        head('Desired'),
        head('Direction'),
        rules.length > 0 ? head('Rule') : '',
        head('Reason'),
    ];
    const marker = reversals > 0 ? ' data-has-reversals' : '';
    return `<section data-log="${context.scenario}"${marker}>${headingHtml(context, { id: 'log', title, how: howOf(study, reversals, all.length) })}
${controls(study, reversals, rules)}${scrollHtml(context, 'Decisions', `<table class="log"><thead><tr>${heads.join('')}</tr></thead><tbody>${body.join('\n')}</tbody></table>`)}<p class="controls"><button type="button" data-all hidden>Show all</button></p>${more}</section>`;
}
function howOf({ scenario }, reversals, total) {
    const shown = shownRunName(scenario);
    const which = shown === undefined ? '' : `${capital(shown)}. `;
    const found = reversals === 0
        ? 'no reversal'
        : reversals === 1
            ? 'one of them a reversal'
            : `${countWord(reversals)} of them reversals`;
    return `${which}${formatCount(total)} ${total === 1 ? 'change' : 'changes'}, ${found}. A reversal undoes the change before it soon after; it costs starts and serves nobody.`;
}
/** What went back or was held back, then as many of the plain changes as there is room for; each evenly chosen where it is too much. */
function chosenRows(all) {
    const isTelling = ({ mark }) => mark.isReversal || mark.result !== 'accepted';
    const telling = evenly(all.filter(isTelling), rowsMax);
    const plain = evenly(all.filter((row) => !isTelling(row)), rowsMax - telling.length);
    return [...telling, ...plain].sort((a, b) => a.mark.timeSeconds - b.mark.timeSeconds || a.place - b.place);
}
function evenly(rows, countMax) {
    if (countMax <= 0)
        return [];
    const stride = Math.ceil(rows.length / countMax);
    return rows.filter((_, index) => index % stride === 0);
}
/** More rules than this are no choice but a search: the text filter finds them. */
const rulesMax = 60;
function controls({ candidates }, reversals, rules) {
    const policies = candidates.map(({ name }, place) => `<option value="${place}" data-name="${escapeHtml(name)}">${escapeHtml(name)}</option>`);
    const ruleOptions = rules.map((rule, place) => `<option value="${place}">${escapeHtml(rule)}</option>`);
    const select = (label, filter, options) => `<label>${label} <select data-filter="${filter}"><option value="">all</option>${options.join('')}</select></label>`;
    const rule = rules.length < 2 || rules.length > rulesMax ? '' : select('Rule', 'rule', ruleOptions);
    const text = '<label>Text <input type="search" data-filter="text" size="14"></label>';
    const box = reversals === 0 ? '' : '<label><input type="checkbox" data-filter="reversals" checked>reversals only</label>';
    return `<div class="controls" hidden>${select('Policy', 'policy', policies)}${rule}${text}${box}<span data-count role="status"></span></div>`;
}
function rowHtml({ candidate, place, mark }, { context, isHidden, services, rules }) {
    const { timeSeconds, from, to, wished, result, isReversal, rule, reason, service, who } = mark;
    const held = result === 'accepted' ? '' : `${result}, wished ${wished}`;
    const direction = isReversal ? '<b>◆ reversal</b>' : to > from ? 'up' : to < from ? 'down' : '';
    const parts = [direction, held, who].filter((text) => text !== '').join(', ');
    const attributes = [
        `data-place="${place}"`,
        rule === '' ? '' : `data-rule="${rules.indexOf(rule)}"`,
        services.size > 1 ? `data-of="${escapeHtml(service)}"` : '',
        isReversal ? 'data-reversal' : '',
        isHidden ? 'hidden' : '',
    ];
    const cells = [
        timeHtml(timeSeconds, timelineIdOf(context, service), { withSeconds: true, start: context.study.scenario.start }),
        policyHtml(candidate.name, context.study),
        ...(services.size > 1 ? [escapeHtml(service)] : []),
        `${from} → ${to}`,
        parts,
        ...(rules.length > 0 ? [escapeHtml(rule)] : []),
    ];
    return `<tr ${attributes.filter((text) => text !== '').join(' ')}>${cells.map((cell) => `<td>${cell}</td>`).join('')}<td class="prose">${escapeHtml(reason)}</td></tr>`;
}
