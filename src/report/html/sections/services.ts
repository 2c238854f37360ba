import type { Candidate, Study } from '../../analysis/study.js';
import { formatCost, formatNumber, formatShare } from '../../format.js';
import { escapeHtml } from '../escape.js';
import { measureText } from '../measureText.js';
import { policyHtml } from '../phraseHtml.js';
import { type SectionContext, scrollHtml } from './section.js';
import { underEach } from './underEach.js';

/** Instances, good requests, p99 and cost of every service, the worst first; empty where there is one. */
export function servicesTable(context: SectionContext): string {
  const { study } = context;
  const { reference } = study;
  if (reference === undefined || servicesOf(reference).length < 2) return '';
  const html = (one: Candidate) => `${captionHtml(one, study)}${tableHtml(one, context)}`;
  return `<div class="services">${underEach(study, { what: 'Services', html })}</div>`;
}

function captionHtml({ name }: Candidate, study: Study): string {
  return `<p class="how">Services under ${policyHtml(name, study)}, the worst first</p>`;
}

function servicesOf({ policy }: Candidate): string[] {
  return policy.timeline.map(({ service }) => service);
}

/** By what a service's users see: good requests, then the tail. */
function worstFirst({ policy }: Candidate, services: readonly string[]): string[] {
  const meanOfService = (service: string, measure: string) => policy.measures[`services.${service}.${measure}`]?.mean;
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

function tableHtml(candidate: Candidate, context: SectionContext): string {
  const { slo } = context.study.scenario;
  const rows = worstFirst(candidate, servicesOf(candidate)).map((service) =>
    rowHtml(service, candidate, context.study),
  );
  const heads = ['Service', 'Instances', ...(slo === null ? [] : ['Good']), 'p99 all', 'Cost'].map(
    (head, index) => `<th scope="col"${index === 0 ? '' : ' class="number"'}>${head}</th>`,
  );
  return scrollHtml(
    context,
    `Services of ${candidate.label}`,
    `<table class="wide"><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`,
  );
}

function rowHtml(service: string, { policy }: Candidate, { scenario: { slo }, money }: Study): string {
  const mean = (measure: string) => policy.measures[`services.${service}.${measure}`]?.mean ?? undefined;
  const [instances, peak, good, cost] = [
    mean('instances_mean'),
    mean('instances_peak'),
    mean('slo_attainment'),
    mean('cost_usd'),
  ];
  const isMissed = slo !== null && good !== undefined && good < slo.objective;
  const goodText = good === undefined ? 'n/a' : `${formatShare(good)}${isMissed ? ' ✗' : ''}`;
  const instancesText =
    instances === undefined
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
