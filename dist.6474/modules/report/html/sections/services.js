import { formatCost, formatNumber, formatShare } from '../../format.js';
import { escapeHtml } from '../escape.js';
import { measureText } from '../measureText.js';
import { policyHtml } from '../phraseHtml.js';
import { scrollHtml } from './section.js';
/** Instances, good requests, p99 and cost of every service, the worst first; empty where there is one. */
export function servicesTable(context) {
    const { study } = context;
    const { reference, ranked } = study;
    if (reference === undefined || servicesOf(reference).length < 2)
        return '';
    const others = ranked.filter((one) => one !== reference);
    const rest = others.map((one) => `<div class="p p${one.place}">${captionHtml(one, study)}${tableHtml(one, context)}</div>`);
    const folded = rest.length === 0
        ? ''
        : `<details class="more"><summary>Services under the other policies</summary>${rest.join('')}</details>`;
    return `<div class="services">${captionHtml(reference, study)}${tableHtml(reference, context)}${folded}</div>`;
}
function captionHtml({ name }, study) {
    return `<p class="how">Services under ${policyHtml(name, study)}, the worst first</p>`;
}
function servicesOf({ policy }) {
    return policy.timeline.map(({ service }) => service);
}
/** By what a service's users see: good requests, then the tail. */
function worstFirst({ policy }, services) {
    const meanOfService = (service, measure) => policy.measures[`services.${service}.${measure}`]?.mean;
    const keys = services.map((service) => ({
        service,
        good: meanOfService(service, 'slo_attainment') ?? 1,
        // Unanswered is later than any answer.
        tail: meanOfService(service, 'latency_all_p99_ms') ?? Number.POSITIVE_INFINITY,
    }));
    return keys
        .sort((a, b) => a.good - b.good || (a.tail === b.tail ? 0 : b.tail - a.tail))
        .map(({ service }) => service);
}
function tableHtml(candidate, context) {
    const { slo } = context.study.scenario;
    const rows = worstFirst(candidate, servicesOf(candidate)).map((service) => rowHtml(service, candidate, context.study));
    const heads = ['Service', 'Instances', ...(slo === null ? [] : ['Good']), 'p99 all', 'Cost'].map((head, index) => `<th scope="col"${index === 0 ? '' : ' class="number"'}>${head}</th>`);
    return scrollHtml(context, `Services of ${candidate.label}`, `<table class="wide"><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`);
}
function rowHtml(service, { policy }, { scenario: { slo }, money }) {
    const mean = (measure) => policy.measures[`services.${service}.${measure}`]?.mean ?? undefined;
    const [instances, peak, good, cost] = [
        mean('instances_mean'),
        mean('instances_peak'),
        mean('slo_attainment'),
        mean('cost_usd'),
    ];
    const isMissed = slo !== null && good !== undefined && good < slo.objective;
    const goodText = good === undefined ? 'n/a' : `${formatShare(good)}${isMissed ? ' ✗' : ''}`;
    const instancesText = instances === undefined
        ? 'n/a'
        : `${formatNumber(instances)}${peak === undefined ? '' : `, peak ${formatNumber(peak)}`}`;
    const cells = [
        escapeHtml(instancesText),
        ...(slo === null ? [] : [isMissed ? `<span class="bad">${escapeHtml(goodText)}</span>` : escapeHtml(goodText)]),
        escapeHtml(measureText(policy, `services.${service}.latency_all_p99_ms`).text),
        cost === undefined ? 'n/a' : escapeHtml(formatCost(cost, money)),
    ];
    return `<tr><th scope="row"><b>${escapeHtml(service)}</b></th>${cells.map((cell) => `<td class="number">${cell}</td>`).join('')}</tr>`;
}
