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
    'Share of all requests slower than a latency, both axes log; unanswered ones are slower than any.' +
    (tail.sloMs === null ? '' : ' Above and right of the dashed lines is outside the SLO.');
  const svg = drawTail(tail, { document: drawing.document, width });
  const description = tail.curves.map(({ text }) => text).join('; ');
  return (
    headingHtml(context, { id: 'tail', title: titleOf(study), how }) +
    figureHtml(context, { chart: 'tail', id: 'tail', description, svg })
  );
}

function titleOf({ contenders }: Study): string {
  const spread = (measure: string) => {
    const values = contenders.map(({ policy }) => policy.measures[measure]?.mean ?? 0);
    return values.some((value) => value <= 0) ? undefined : Math.max(...values) / Math.min(...values);
  };
  const [median, tail] = [spread('latency_all_p50_ms'), spread('latency_all_p99_ms')];
  if (contenders.length < 2 || median === undefined) return 'How slow are the slowest requests';
  const medians = `Medians differ by at most ${formatPercent((median - 1) * 100)}`;
  if (median > 2) return 'How slow are the slowest requests';
  if (tail !== undefined)
    return tail > 1.5 * median
      ? `${medians}, p99 by a factor of ${formatNumber(tail)}`
      : 'Medians and tails lie close together';
  return `${medians}; in the tail requests go unanswered`;
}
