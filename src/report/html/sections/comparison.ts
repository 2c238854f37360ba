import { thinSpace } from '../../format.js';
import type { Study } from '../analysis/study.js';
import { type DifferencesData, drawDifferences } from '../charts/differences.js';
import { drawTradeOff, type TradeOffData } from '../charts/tradeOff.js';
import { p99LimitOf } from '../data/tradeOffData.js';
import { serverWidth } from '../drawing.js';
import { limitText } from '../measureText.js';
import { figureHtml } from './figure.js';
import { headingHtml, type SectionContext } from './section.js';

/** Longer titles would break into two lines beside each other. */
const titleMax = 44;

/** Cost against latency, and the paired differences, side by side. */
export function comparisonSection(context: SectionContext): string {
  const { tradeOff, differences } = context.charts;
  if (context.study.contenders.length < 2) return '';
  const parts = [
    tradeOff === null ? '' : tradeOffHtml(context, tradeOff),
    differences === null ? '' : differencesHtml(context, differences),
  ].filter((part) => part !== '');
  if (parts.length === 0) return '';
  return `<section><div class="columns">${parts.map((part) => `<div>${part}</div>`).join('')}</div></section>`;
}

function tradeOffHtml(context: SectionContext, data: TradeOffData): string {
  const { study, drawing } = context;
  const how =
    study.runs > 1
      ? `Lower left is better. Small dots are replications, bars 95${thinSpace}% intervals, the line the best available trade-offs.`
      : 'Lower left is better. The line joins the best available trade-offs.';
  const svg = drawTradeOff(data, { document: drawing.document, width: serverWidth.column });
  const description = data.points.map(({ name, detail }) => `${name} ${detail}`).join('; ');
  return (
    headingHtml(context, { id: 'tradeOff', title: tradeOffTitle(study), how }) +
    figureHtml(context, { chart: 'tradeOff', id: 'tradeOff', description, svg })
  );
}

function tradeOffTitle(study: Study): string {
  const limit = p99LimitOf(study);
  const keeping = study.ranked.filter(
    ({ limits, isBound }) => !isBound && limits.find((one) => one.measure === limit?.measure)?.ok,
  );
  const [cheapest] = [...keeping].sort((a, b) => costOf(a) - costOf(b));
  if (limit === undefined || cheapest === undefined || study.contenders.length < 2) return 'Cost against p99 latency';
  const title = `Cheapest with p99 under ${limitText(limit)}: ${cheapest.name}`;
  return title.length <= titleMax ? title : 'Cost against p99 latency';
}

function costOf({ policy }: Study['contenders'][number]): number {
  return policy.measures.cost_usd?.mean ?? Number.POSITIVE_INFINITY;
}

function differencesHtml(context: SectionContext, data: DifferencesData): string {
  const { study, drawing } = context;
  const how =
    study.runs > 1
      ? `Paired on the same random numbers, ratio to ${data.reference} with 95${thinSpace}% interval. A bar that crosses “same” shows no difference.`
      : `One run each on the same random numbers, ratio to ${data.reference}; no intervals.`;
  const svg = drawDifferences(data, { document: drawing.document, width: serverWidth.column });
  const description = `Ratios to ${data.reference}; the numbers follow under All measures.`;
  return (
    headingHtml(context, { id: 'differences', title: differencesTitle(data), how }) +
    figureHtml(context, { chart: 'differences', id: 'differences', description, svg })
  );
}

function differencesTitle({ groups, reference }: DifferencesData): string {
  const rows = groups.flatMap((group) => group.rows).filter(({ low, high }) => low !== null && high !== null);
  const real = rows.filter(({ low, high }) => (low ?? 0) > 1 || (high ?? 2) < 1).length;
  const fallback = `Against ${reference}`;
  if (rows.length === 0) return fallback;
  const title =
    real === rows.length
      ? `All differences from ${reference} are real`
      : `${real} of ${rows.length} differences from ${reference} are real`;
  return title.length <= titleMax
    ? title
    : real === rows.length
      ? 'All differences are real'
      : `${real} of ${rows.length} differences are real`;
}
