import { meanOf } from '../../analysis/study.js';
import { formatCost, formatShare } from '../../format.js';
import { fitNames, shortNames } from '../../policyNames.js';
import { escapeHtml } from '../escape.js';
/** With several scenarios: who keeps the limits where, and at what price. */
export function matrixSection(studies) {
    const names = [...new Set(studies.flatMap(({ scenario }) => scenario.policies.map(({ name }) => name)))];
    const short = fitNames(shortNames(names), 40);
    const labels = new Map(names.map((name, index) => [name, short[index]]));
    const heads = studies.map(({ scenario }, index) => `<th scope="col"><a href="#scenario-${index}">${escapeHtml(scenario.name)}</a></th>`);
    const rows = names.map((name) => {
        const cells = studies.map((study) => cellHtml(name, study));
        const title = labels.get(name) === name ? '' : ` title="${escapeHtml(name)}"`;
        return `<tr><th scope="row"><b${title}>${escapeHtml(labels.get(name) ?? name)}</b></th>${cells.join('')}</tr>`;
    });
    return `<section><h1>${escapeHtml(titleOf(names, studies, labels))}</h1><div class="scroll" tabindex="0" role="region" aria-label="Policies and scenarios"><table class="wide"><thead><tr><th scope="col">Policy</th>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div></section>`;
}
function titleOf(names, studies, labels) {
    const limited = studies.filter(({ limitCount }) => limitCount > 0);
    if (limited.length === 0)
        return `${studies.length} scenarios; no limits are set, so none is judged.`;
    const counts = names
        .map((name) => ({
        name: labels.get(name) ?? name,
        met: limited.filter((study) => study.candidates.some((one) => one.name === name && one.qualifies && !one.isOfHindsight)).length,
    }))
        .sort((a, b) => b.met - a.met);
    const all = counts.filter(({ met }) => met === limited.length).map(({ name }) => name);
    const every = limited.length === 2 ? 'both scenarios' : `all ${limited.length} scenarios`;
    const some = limited.length === 1 ? 'the scenario that sets any' : `the ${limited.length} scenarios that set any`;
    const where = limited.length === studies.length ? every : some;
    if (all.length === 1)
        return `${all[0]} alone meets every limit in ${where}.`;
    if (all.length > 1)
        return `${all.length} of ${names.length} policies meet every limit in ${where}.`;
    const [best] = counts;
    return best === undefined || best.met === 0
        ? 'No policy meets every limit in any scenario.'
        : `No policy meets every limit in ${where}; ${best.name} does in ${best.met}.`;
}
function cellHtml(name, study) {
    const candidate = study.candidates.find((one) => one.name === name);
    if (candidate !== undefined)
        return `<td>${standing(candidate, study)}</td>`;
    const isFailed = study.failures.some((one) => one.name === name);
    return `<td>${isFailed ? '<span class="bad">✗ failed</span>' : 'n/a<span class="interval">not run here</span>'}</td>`;
}
function standing(candidate, { money }) {
    const { limits, metCount, qualifies } = candidate;
    const cost = meanOf(candidate, 'cost_usd');
    const good = meanOf(candidate, 'slo_attainment');
    const facts = [
        ...(good === undefined ? [] : [`${formatShare(good)} good`]),
        ...(cost === undefined || cost === 0 ? [] : [formatCost(cost, money)]),
    ];
    const met = limits.length === 0
        ? 'no limits'
        : `<span class="${qualifies ? 'good' : 'bad'}">${qualifies ? '✓' : '✗'} ${metCount} of ${limits.length}</span>`;
    return `${met}${facts.map((fact) => `<span class="interval">${escapeHtml(fact)}</span>`).join('')}`;
}
