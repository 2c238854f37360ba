import { countWord, formatObjective, listOf } from '../../format.js';
import { type BudgetData, drawErrorBudget } from '../charts/errorBudget.js';
import { serverWidth } from '../drawing.js';
import { figureHtml } from './figure.js';
import { headingHtml, type SectionContext } from './section.js';
import { tailHtml } from './tail.js';

/** When the error budget was spent, beside how bad the tail is; either alone has the full width. */
export function reliabilitySection(context: SectionContext): string {
  const { budget, tail } = context.charts;
  if (budget === null) return tail === null ? '' : `<section>${tailHtml(context, serverWidth.full)}</section>`;
  if (tail === null) return `<section>${budgetHtml(context, budget, serverWidth.full)}</section>`;
  return `<section><div class="columns"><div>${budgetHtml(context, budget, serverWidth.column)}</div><div>${tailHtml(context, serverWidth.column)}</div></div></section>`;
}

function budgetHtml(context: SectionContext, data: BudgetData, width: number): string {
  const { slo } = context.study.scenario;
  const which = context.study.runs > 1 ? ' Replication 0.' : '';
  const how =
    slo === null
      ? ''
      : `The budget: ${formatObjective(1 - slo.objective)} of the run's requests may fail or take longer than ${Number((slo.latency_s * 1000).toPrecision(6))} ms. In the red, the objective is missed.${which}`;
  const svg = drawErrorBudget(data, { document: context.drawing.document, width });
  const description = data.curves
    .map(({ name, points }) => `${name} ${(points[points.length - 1]?.[1] ?? 0).toPrecision(2)} budgets`)
    .join('; ');
  return (
    headingHtml(context, { id: 'budget', title: titleOf(data), how }) +
    figureHtml(context, { chart: 'budget', id: 'budget', description, svg })
  );
}

/** At most 44 characters, so that it stays on one line beside the other column's. */
function titleOf({ curves }: BudgetData): string {
  const over = curves.filter(({ points }) => (points[points.length - 1]?.[1] ?? 0) > 1).map(({ name }) => name);
  if (curves.length === 1) return over.length === 0 ? 'The error budget holds' : 'The error budget is overspent';
  if (over.length === 0) return 'Every policy keeps the error budget';
  if (over.length === curves.length) return 'Every policy overspends the error budget';
  const named = `${listOf(over)} ${over.length === 1 ? 'overspends' : 'overspend'} the error budget`;
  if (over.length === 1 && named.length <= 44) return named;
  const count = countWord(over.length);
  return `${count[0].toUpperCase()}${count.slice(1)} ${over.length === 1 ? 'policy overspends' : 'policies overspend'} the error budget`;
}
