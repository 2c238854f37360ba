import { formatNumber, formatPercent } from '../../format.js';
import type { Study } from '../analysis/study.js';
import { drawTail } from '../charts/tail.js';
import { figureHtml } from './figure.js';
import { headingHtml, type SectionContext } from './section.js';

/** How bad is the tail? Its title, how-line and figure, for one of two columns or the full width. */
export function tailHtml(context: SectionContext, width: number): string {
  const { charts, drawing, study } = context;
  const { tail } = charts;
  if (tail === null) return '';
  const how =
    'Share of all requests slower than a latency, both axes log; those not answered well are slower than any.' +
    (tail.sloMs === null ? '' : ' Above and right of the dashed lines is outside the SLO.');
  const svg = drawTail(tail, { document: drawing.document, width });
  const description = tail.curves.map(({ text }) => text).join('; ');
  return (
    headingHtml(context, { id: 'tail', title: titleOf(study), how }) +
    figureHtml(context, { chart: 'tail', id: 'tail', description, svg })
  );
}

/** At most 44 characters, so that it stays on one line beside the other column's. */
function titleOf({ contenders }: Study): string {
  const spread = (measure: string) => {
    const values = contenders.map(({ policy }) => policy.measures[measure]?.mean ?? 0);
    return values.some((value) => value <= 0) ? undefined : Math.max(...values) / Math.min(...values);
  };
  const [median, tail] = [spread('latency_all_p50_ms'), spread('latency_all_p99_ms')];
  if (contenders.length < 2 || median === undefined) return 'How slow are the slowest requests';
  if (median > 2) return 'How slow are the slowest requests';
  if (tail === undefined) return 'In the tail, requests are not answered well';
  if (tail <= 1.5 * median) return 'Medians and tails lie close together';
  if (median < 1.005) return `Medians are alike, p99 differs ${formatNumber(tail)}-fold`;
  return `Medians differ by up to ${formatPercent((median - 1) * 100)}, p99 ${formatNumber(tail)}-fold`;
}
