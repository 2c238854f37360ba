import type { Candidate, Study } from '../../analysis/study.js';
import { thinSpace } from '../../format.js';
import { drawTradeOff } from '../charts/tradeOff.js';
import { qualityLimitOf } from '../data/tradeOffData.js';
import { serverWidth } from '../drawing.js';
import { figureHtml } from './figure.js';
import { headingHtml, type SectionContext } from './section.js';

const neutralTitle = 'Cost against right answers';

/** Where models err: whether anything cheaper is right as often. */
export function qualitySection(context: SectionContext): string {
  const { study, drawing } = context;
  const data = context.charts.quality;
  if (data === null) return '';
  const marks = study.runs > 1 ? ` Small dots are replications, bars 95${thinSpace}% intervals, the line` : ' The line';
  const how = `Upper left is better.${marks} joins the best available trade-offs. A model of quality 0.8 answers 80${thinSpace}% of its requests right.`;
  const svg = drawTradeOff(data, { document: drawing.document, width: serverWidth.full });
  const description = data.points.map(({ name, detail }) => `${name} ${detail}`).join('; ');
  const heading = headingHtml(context, { id: 'quality', title: titleOf(study), how });
  return `<section>${heading}${figureHtml(context, { chart: 'quality', id: 'quality', description, svg })}</section>`;
}

/** A finding only where the scenario says how good is good enough. */
function titleOf({ ranked }: Study): string {
  const keeping = ranked.filter((one) => !one.isOfHindsight && qualityLimitOf(one)?.ok);
  const costOf = ({ policy }: Candidate) => policy.measures.cost_usd?.mean ?? Number.POSITIVE_INFINITY;
  const [cheapest] = keeping.toSorted((a, b) => costOf(a) - costOf(b));
  const limit = cheapest && qualityLimitOf(cheapest);
  if (cheapest === undefined || limit === undefined) return neutralTitle;
  return `Cheapest with quality ${limit.operator} ${limit.limit}: ${cheapest.label}`;
}
