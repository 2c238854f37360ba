import type { Study } from '../../analysis/study.js';
import { sessionFigures, type TokenFigure, tokenFiguresOf } from '../../analysis/tokenFigures.js';
import { counted } from '../../format.js';
import { policyHtml } from '../phraseHtml.js';
import { placeClass } from '../policyStyle.js';
import { tokenTitle } from '../titles.js';
import { boardCell, columnHead, statedColumns } from './board.js';
import { headingHtml, type SectionContext, scrollHtml } from './section.js';

/** Where services are model servers: how fast tokens come, what fills the memory and what a million of them costs. */
export function tokensSection(context: SectionContext): string {
  const { study } = context;
  const figures = tokenFiguresOf(study.scenario);
  const words = { id: 'tokens', name: 'Tokens', title: tokenTitle(study), how: howOf(study) };
  return figureSection(context, { figures, needs: 'ttft_p95_ms', ...words });
}

/** Where sources have sessions or agents: how many, how long tasks took, and what was carried from turn to turn. */
export function sessionsSection(context: SectionContext): string {
  const how = `Turns: requests that were part of a session or a task. Carried: tokens of their prompts that the turn before had seen, which a server finds in its prefix cache if it had that turn.${
    context.study.runs > 1 ? ` Mean of ${counted(context.study.runs, 'replication')}.` : ''
  }`;
  const words = { id: 'sessions', name: 'Sessions', title: 'What became of sessions and tasks', how };
  return figureSection(context, { figures: sessionFigures, needs: 'turns', ...words });
}

interface FigureTable {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly how: string;
  readonly figures: readonly TokenFigure[];
  /** The measure without which there is no table. */
  readonly needs: string;
}

function figureSection(context: SectionContext, { id, name, title, how, figures, needs }: FigureTable): string {
  const { study } = context;
  const columns = statedColumns(
    figures.map(({ measure, head, note }) => ({ measure, title: head, note })),
    study,
  );
  if (columns.every(({ measure }) => measure !== needs)) return '';
  const rows = study.ranked.map(
    (candidate) =>
      `<tr class="d ${placeClass(candidate.place)}"><th scope="row">${policyHtml(candidate.name, study, { isPick: true })}</th>${columns.map(({ measure }) => boardCell(candidate, measure, study)).join('')}</tr>`,
  );
  const table = `<table class="board"><thead><tr><th scope="col"><b>Policy</b></th>${columns.map(columnHead).join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
  return `<section>${headingHtml(context, { id, title, how })}${scrollHtml(context, name, table)}</section>`;
}

function howOf({ runs }: Study): string {
  const which = runs > 1 ? `, mean of ${counted(runs, 'replication')}` : '';
  return `Of requests answered well${which}. TTFT: from the intended arrival to the first token; ITL: mean time between two tokens of an answer. Preempted: sent back to the queue because the KV memory was full.`;
}
