import { partsOf } from '../../../results/partName.js';
import type { PolicyResult } from '../../../results/results.js';
import { consumerFigures } from '../../analysis/consumerFigures.js';
import type { Candidate, Study } from '../../analysis/study.js';
import { capital } from '../../format.js';
import { escapeHtml } from '../escape.js';
import { measureText } from '../measureText.js';
import { policyHtml } from '../phraseHtml.js';
import { consumersTitle } from '../titles.js';
import { headingHtml, type SectionContext, scrollHtml } from './section.js';
import { underEach } from './underEach.js';

/** What each consumer asked for and got, under the reference and folded under the others; empty without consumers. */
export function consumersSection(context: SectionContext): string {
  const { study } = context;
  const { reference } = study;
  if (reference === undefined || partsOf('consumers', reference.policy.measures).length === 0) return '';
  const html = (one: Candidate) => `${captionHtml(one, study)}${tableHtml(one, context)}`;
  const heading = headingHtml(context, {
    id: 'consumers',
    title: consumersTitle(reference),
    how: howOf(reference),
  });
  return `<section>${heading}${underEach(study, { what: 'Consumers', html })}</section>`;
}

function howOf({ policy }: Candidate): string {
  const hasAny = (measure: string) => statedFor(policy, measure).length > 0;
  return [
    'TTFT and latency are of requests answered well.',
    ...(hasAny('requests_rate_limited') ? ['429: turned away by a rate limit.'] : []),
    ...(hasAny('token_overshoot')
      ? ['Beyond limit: tokens taken over what was left, known only when an answer ended.']
      : []),
  ].join(' ');
}

/** The consumers that have a value of the measure. */
function statedFor(policy: PolicyResult, measure: string): string[] {
  return partsOf('consumers', policy.measures).filter(
    (name) => policy.measures[measureOf(name, measure)] !== undefined,
  );
}

function measureOf(consumer: string, measure: string): string {
  return `consumers.${consumer}.${measure}`;
}

function captionHtml({ name }: Candidate, study: Study): string {
  return `<p class="how">Consumers under ${policyHtml(name, study)}</p>`;
}

function tableHtml(candidate: Candidate, context: SectionContext): string {
  const { policy, label } = candidate;
  const names = partsOf('consumers', policy.measures);
  const stated = consumerFigures.filter(({ measure }) => statedFor(policy, measure).length > 0);
  const heads = stated.map(({ head }) => `<th scope="col" class="number">${escapeHtml(capital(head))}</th>`);
  const rows = names.map((name) => {
    const cells = stated.map(
      ({ measure }) => `<td class="number">${escapeHtml(measureText(policy, measureOf(name, measure)).text)}</td>`,
    );
    return `<tr><th scope="row"><b>${escapeHtml(name)}</b></th>${cells.join('')}</tr>`;
  });
  return scrollHtml(
    context,
    `Consumers under ${label}`,
    `<table class="wide"><thead><tr><th scope="col">Consumer</th>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`,
  );
}
