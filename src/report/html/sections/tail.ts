import { drawTail } from '../charts/tail.js';
import { tailTitle } from '../titles.js';
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
  const description = tail.curves.map(({ name, shareText }) => `${name} ${shareText}`.trim()).join('; ');
  return (
    headingHtml(context, { id: 'tail', title: tailTitle(study), how }) +
    figureHtml(context, { chart: 'tail', id: 'tail', description, svg })
  );
}
