import type { Study } from '../../analysis/study.js';
import { formatNumber, formatObjective, listOf } from '../../format.js';
import { shownRunName } from '../../shownRun.js';
import { type BudgetData, drawErrorBudget } from '../charts/errorBudget.js';
import { drawTail } from '../charts/tail.js';
import { serverWidth } from '../drawing.js';
import { budgetTitle, spentOf, tailTitle } from '../titles.js';
import { figureHtml } from './figure.js';
import { headingHtml, type SectionContext } from './section.js';

/** When the error budget was spent, beside how bad the tail is; either alone has the full width. */
export function reliabilitySection(context: SectionContext): string {
  const { budget, tail } = context.charts;
  if (budget === null) return tail === null ? '' : `<section>${tailHtml(context, serverWidth.full)}</section>`;
  if (tail === null) return `<section>${budgetHtml(context, budget, serverWidth.full)}</section>`;
  return `<section><div class="columns"><div>${budgetHtml(context, budget, serverWidth.column)}</div><div>${tailHtml(context, serverWidth.column)}</div></div></section>`;
}

function budgetHtml(context: SectionContext, data: BudgetData, width: number): string {
  const { slo } = context.study.scenario;
  const shown = shownRunName(context.study.scenario);
  const which = shown === undefined ? '' : ` Shown is ${shown}.${elsewhereText(context.study, data)}`;
  const how =
    slo === null
      ? ''
      : `The budget: ${formatObjective(1 - slo.objective)} of the run's requests may fail or take longer than ${Number((slo.latency_s * 1000).toPrecision(6))} ms${slo.ttft_s === undefined && slo.itl_s === undefined ? '' : ', or miss what the SLO says of tokens'}. In the red, the objective is missed.${which}`;
  const svg = drawErrorBudget(data, { document: context.drawing.document, width });
  const description = data.curves
    .map(({ name, points }) => `${name} ${(points[points.length - 1]?.[1] ?? 0).toPrecision(2)} budgets`)
    .join('; ');
  return (
    headingHtml(context, { id: 'budget', title: budgetTitle(context.study, data), how }) +
    figureHtml(context, { chart: 'budget', id: 'budget', description, svg })
  );
}

/** Names those that the replication drawn shows on the other side of the limit than all of them do together. */
function elsewhereText(study: Study, { curves }: BudgetData): string {
  const texts = curves.flatMap(({ name, place, points }) => {
    const candidate = study.candidates.find((one) => one.place === place);
    const spent = candidate === undefined ? undefined : spentOf(study, candidate);
    const drawn = points[points.length - 1]?.[1] ?? 0;
    return spent === undefined || drawn > 1 === spent > 1
      ? []
      : [`${name} ${formatNumber(Number(spent.toPrecision(2)))}×`];
  });
  return texts.length === 0 ? '' : ` Over all ${study.runs} replications: ${listOf(texts)}.`;
}

/** How bad is the tail? Its title, how-line and figure, for one of two columns or the full width. */
function tailHtml(context: SectionContext, width: number): string {
  const { charts, drawing, study } = context;
  const { tail } = charts;
  if (tail === null) return '';
  const how =
    'Share of all requests slower than a latency, both axes log; those not answered well are slower than any.' +
    (tail.sloMs === null ? '' : ' Above and right of the dashed lines is outside the SLO.');
  const svg = drawTail(tail, { document: drawing.document, width });
  const description = tail.curves.map(({ name, shareText }) => `${name} ${shareText}`.trim()).join('; ');
  return (
    headingHtml(context, { id: 'tail', title: tailTitle(study), how }) +
    figureHtml(context, { chart: 'tail', id: 'tail', description, svg })
  );
}
