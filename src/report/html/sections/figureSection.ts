import type { TokenFigure } from '../../analysis/tokenFigures.js';
import { policyHtml } from '../phraseHtml.js';
import { placeClass } from '../policyStyle.js';
import { boardCell, columnHead, statedColumns } from './board.js';
import { headingHtml, type SectionContext, scrollHtml } from './section.js';

interface FigureTable {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly how: string;
  readonly figures: readonly TokenFigure[];
  /** The measure without which there is no table. */
  readonly needs: string;
}

/** A section that is one table: a row for each policy, a column for each figure that any of them has. */
export function figureSection(context: SectionContext, { id, name, title, how, figures, needs }: FigureTable): string {
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
