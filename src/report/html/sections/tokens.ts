import type { Study } from '../../analysis/study.js';
import { tokenFiguresOf } from '../../analysis/tokenFigures.js';
import { counted } from '../../format.js';
import { policyHtml } from '../phraseHtml.js';
import { placeClass } from '../policyStyle.js';
import { tokenTitle } from '../titles.js';
import { boardCell, columnHead, statedColumns } from './board.js';
import { headingHtml, type SectionContext, scrollHtml } from './section.js';

/** Where services are model servers: how fast tokens come, what fills the memory and what a million of them costs. */
export function tokensSection(context: SectionContext): string {
  const { study } = context;
  const columns = statedColumns(
    tokenFiguresOf(study.scenario).map(({ measure, head, note }) => ({ measure, title: head, note })),
    study,
  );
  if (columns.every(({ measure }) => measure !== 'ttft_p95_ms')) return '';
  const rows = study.ranked.map(
    (candidate) =>
      `<tr class="d ${placeClass(candidate.place)}"><th scope="row">${policyHtml(candidate.name, study, { isPick: true })}</th>${columns.map(({ measure }) => boardCell(candidate, measure, study)).join('')}</tr>`,
  );
  const table = `<table class="board"><thead><tr><th scope="col"><b>Policy</b></th>${columns.map(columnHead).join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
  return `<section>${headingHtml(context, { id: 'tokens', title: tokenTitle(study), how: howOf(study) })}${scrollHtml(context, 'Tokens', table)}</section>`;
}

function howOf({ runs }: Study): string {
  const which = runs > 1 ? `, mean of ${counted(runs, 'replication')}` : '';
  return `Of requests answered well${which}. TTFT: from the intended arrival to the first token; ITL: mean time between two tokens of an answer. Preempted: sent back to the queue because the KV memory was full.`;
}
