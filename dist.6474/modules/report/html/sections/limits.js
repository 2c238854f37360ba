import { escapeHtml } from '../escape.js';
import { limitValueText } from '../measureText.js';
import { policyHtml } from '../phraseHtml.js';
import { headingHtml, scrollHtml } from './section.js';
/** Every limit with every policy's value: nothing a run fails on may be missing from the page. */
export function limitsSection(context) {
    const { study } = context;
    const first = study.candidates[0];
    if (first === undefined || first.limits.length === 0)
        return '';
    const how = 'The SLO objective and the thresholds of the scenario, as written. The SLO, trends and rates pool all replications; values are means.';
    const heads = study.ranked.map(({ name }) => `<th scope="col">${policyHtml(name, study)}</th>`).join('');
    const rows = first.limits.map(({ expression }, index) => {
        const cells = study.ranked.map((candidate) => cellHtml(candidate, index));
        return `<tr><th scope="row"><code>${escapeHtml(expression)}</code></th>${cells.join('')}</tr>`;
    });
    return `<section>${headingHtml(context, { id: 'limits', title: 'Limits and what they got', how })}
${scrollHtml(context, 'Limits', `<table class="wide"><thead><tr><th scope="col">Limit</th>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table>`)}</section>`;
}
function cellHtml({ limits, policy }, index) {
    const limit = limits[index];
    if (limit === undefined)
        return '<td>n/a</td>';
    const reason = limit.reason === undefined ? '' : `<span class="interval">${escapeHtml(limit.reason)}</span>`;
    return `<td><span class="${limit.ok ? 'good' : 'bad'}">${limit.ok ? '✓' : '✗'} ${escapeHtml(limitValueText(policy, limit))}</span>${reason}</td>`;
}
