import { clockText } from '../../clock.js';
import { capital, counted, countWord, formatInUnit, listOf, thinSpace } from '../../format.js';
import { regressionText, regressionWord, unclearText } from '../../regressionText.js';
import { escapeHtml } from '../escape.js';
import { measureLabel } from '../measureText.js';
import { policyHtml } from '../phraseHtml.js';
import { unitOf } from '../unitOf.js';
import { headingHtml, scrollHtml } from './section.js';
const signs = {
    failed: '<span class="bad">✗ worse</span>',
    warning: '<b>! look</b>',
    ok: '<span class="good">✓ kept</span>',
};
const wordOrder = ['failed', 'warning', 'ok'];
/** How the policies stand against an earlier report, or against a revision of the repository; empty without either. */
export function baselineSection(context) {
    const { baseline, revision } = context.study.scenario;
    if (baseline === undefined)
        return revision === undefined ? '' : revisionOnly(context, revision);
    const intervals = `means before and now, and how much worse with 99${thinSpace}% intervals.`;
    const isAllOfRevision = revision !== undefined && baseline.regressions.every(({ against }) => against !== undefined);
    const how = isAllOfRevision && revision !== undefined
        ? `Against the policies of ${revision.name} (${revision.commit.slice(0, 8)}), on the same random numbers: ${intervals}`
        : `Against an earlier report, made by dryscale ${baseline.version}: ${intervals}`;
    return `<section>${headingHtml(context, { id: 'baseline', title: titleOf(baseline, isAllOfRevision), how })}${notesHtml(baseline, revision)}${limitsHtml(baseline, context)}<div class="folds">${movedHtml(baseline, context)}${decisionsHtml(baseline, context.study)}${changesHtml(revision)}</div></section>`;
}
/** Nothing to judge, but what became of the policies. */
function revisionOnly(context, revision) {
    const how = `Against the policies of ${revision.name} (${revision.commit.slice(0, 8)}).`;
    const nothing = { notes: [], unknown: [] };
    return `<section>${headingHtml(context, { id: 'baseline', title: `Against ${revision.name}`, how })}${notesHtml(nothing, revision)}<div class="folds">${changesHtml(revision)}</div></section>`;
}
/** What was changed in the files, line by line. */
function changesHtml(revision) {
    return (revision?.changes ?? [])
        .map(({ path, diff }) => {
        const title = `${path} since ${revision?.name ?? ''}`;
        return `<details><summary>${escapeHtml(title)}</summary><pre tabindex="0" role="region" aria-label="${escapeHtml(title)}">${escapeHtml(diff)}</pre></details>`;
    })
        .join('');
}
function titleOf({ regressions, moved, notes }, isAllOfRevision) {
    const allowed = isAllOfRevision ? 'the limit allows' : 'the baseline allows';
    const failed = regressions.filter((one) => regressionWord(one) === 'failed').length;
    if (failed > 0) {
        const noun = failed === 1 ? 'One measure is' : `${capital(countWord(failed))} measures are`;
        return `${noun} worse than ${allowed}`;
    }
    const unclear = regressions.filter((one) => one.outcome === 'unclear').length;
    if (unclear > 0)
        return `Nothing is shown worse than ${allowed}; ${countWord(unclear)} unclear`;
    if (regressions.length > 0)
        return `Nothing is worse than ${allowed}`;
    // Unpaired runs are not looked through for what moved.
    if (notes.some((note) => note.includes('not paired')))
        return 'Against the baseline';
    return moved.length === 0
        ? 'No measure is shown to have moved since the baseline'
        : `${counted(moved.length, 'measure')} moved since the baseline`;
}
function notesHtml({ notes, unknown }, revision) {
    const lines = [
        ...(revision?.notes ?? []),
        ...notes,
        ...(unknown.length === 0 ? [] : [`Not in the baseline, so not judged: ${listOf(unknown)}.`]),
    ];
    return lines.length === 0
        ? ''
        : `<ul class="notices">${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`;
}
/** One line a limit, the worst first. */
function limitsHtml({ regressions }, context) {
    if (regressions.length === 0)
        return '';
    const place = (one) => wordOrder.indexOf(regressionWord(one));
    const rows = [...regressions]
        .sort((a, b) => place(a) - place(b))
        .map((one) => {
        const sentence = `${regressionText(one)}${unclearText(one)}.`;
        return `<tr><td>${signs[regressionWord(one)]}</td><td>${policyHtml(one.policy, context.study)}</td><td>${escapeHtml(measureLabel(one.measure))}</td>${beforeAndAfter(one)}<td class="prose">${escapeHtml(sentence)}</td></tr>`;
    });
    return tableHtml(['', 'Policy', 'Measure', '#Baseline', '#Now', 'Against its limit'], rows, {
        context,
        label: 'Limits against the baseline',
    });
}
function movedHtml({ moved }, context) {
    if (moved.length === 0)
        return '';
    const rows = moved.map((one) => `<tr><td>${policyHtml(one.policy, context.study)}</td><td>${escapeHtml(measureLabel(one.measure))}</td>${beforeAndAfter(one)}<td>${one.verdict}</td></tr>`);
    const table = tableHtml(['Policy', 'Measure', '#Baseline', '#Now', 'Verdict'], rows, {
        context,
        label: 'Moved since the baseline',
    });
    return `<details><summary>${counted(moved.length, 'measure')} that moved, as the runs show</summary>${table}</details>`;
}
function beforeAndAfter({ measure, baseline, value }) {
    const missing = measure.startsWith('latency_all_') ? 'unanswered' : 'n/a';
    const show = (one) => (one === null ? missing : formatInUnit(one, unitOf(measure)));
    return `<td class="number">${escapeHtml(show(baseline))}</td><td class="number">${escapeHtml(show(value))}</td>`;
}
/** A head that begins with `#` is that of numbers. */
function tableHtml(heads, rows, { context, label }) {
    const cells = heads.map((head) => head.startsWith('#') ? `<th scope="col" class="number">${head.slice(1)}</th>` : `<th scope="col">${head}</th>`);
    return scrollHtml(context, label, `<table class="wide"><thead><tr>${cells.join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`);
}
function decisionsHtml({ decisions }, study) {
    if (decisions.length === 0)
        return '';
    const items = decisions.map(({ policy, before, after, first_change_s }) => {
        const text = first_change_s === null
            ? `decides as before (${counted(after, 'decision')} in the run shown)`
            : `decides differently from ${clockText(first_change_s, study.scenario.start)} on (${counted(after, 'decision')}, ${before} before)`;
        return `<li>${policyHtml(policy, study)} ${escapeHtml(text)}</li>`;
    });
    const changed = decisions.filter(({ first_change_s }) => first_change_s !== null).length;
    const summary = changed === 0
        ? 'Every policy decides as before'
        : `${counted(changed, 'policy decides', 'policies decide')} differently`;
    return `<details><summary>${summary}</summary><ul class="notices">${items.join('')}</ul></details>`;
}
