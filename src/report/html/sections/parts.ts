import { oneOf, type Part, partsOf } from '../../../results/partName.js';
import type { PolicyResult } from '../../../results/results.js';
import type { Candidate, Study } from '../../analysis/study.js';
import { capital } from '../../format.js';
import { escapeHtml } from '../escape.js';
import { measureText } from '../measureText.js';
import { policyHtml } from '../phraseHtml.js';
import { headingHtml, type SectionContext, scrollHtml } from './section.js';
import { underEach } from './underEach.js';

interface PartTable {
  readonly kind: Exclude<Part['kind'], 'services'>;
  readonly figures: readonly { readonly head: string; readonly measure: string }[];
  /** The finding about the reference. */
  title(reference: Candidate): string;
  /** What the columns mean, given those that are shown. */
  how(has: (measure: string) => boolean): readonly string[];
}

/** A table of what each consumer, class or provider did, under the reference and folded under the others; empty without them. */
export function partsSection(context: SectionContext, table: PartTable): string {
  const { study } = context;
  const { reference } = study;
  const { kind } = table;
  if (reference === undefined || partsOf(kind, reference.policy.measures).length === 0) return '';
  const html = (one: Candidate) => `${captionHtml(one, study, kind)}${tableHtml(one, context, table)}`;
  const how = table.how((measure) => isStated(reference.policy, kind, measure)).join(' ');
  const heading = headingHtml(context, { id: kind, title: table.title(reference), how });
  return `<section>${heading}${underEach(study, { what: capital(kind), html })}</section>`;
}

/** Whether any of them has a value of the measure. */
function isStated({ measures }: PolicyResult, kind: PartTable['kind'], measure: string): boolean {
  return partsOf(kind, measures).some((name) => measures[`${kind}.${name}.${measure}`] !== undefined);
}

function captionHtml({ name }: Candidate, study: Study, kind: string): string {
  return `<p class="how">${capital(kind)} under ${policyHtml(name, study)}</p>`;
}

function tableHtml({ policy, label }: Candidate, context: SectionContext, { kind, figures }: PartTable): string {
  const stated = figures.filter(({ measure }) => isStated(policy, kind, measure));
  const heads = stated.map(({ head }) => `<th scope="col" class="number">${escapeHtml(capital(head))}</th>`);
  const rows = partsOf(kind, policy.measures).map((name) => {
    const cells = stated.map(
      ({ measure }) => `<td class="number">${escapeHtml(measureText(policy, `${kind}.${name}.${measure}`).text)}</td>`,
    );
    return `<tr><th scope="row"><b>${escapeHtml(name)}</b></th>${cells.join('')}</tr>`;
  });
  return scrollHtml(
    context,
    `${capital(kind)} under ${label}`,
    `<table class="wide"><thead><tr><th scope="col">${capital(oneOf[kind])}</th>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`,
  );
}
