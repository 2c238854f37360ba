import { escapeHtml } from '../escape.js';
import type { SectionContext } from './section.js';

/** A chart that stands in the file and that the script draws again at the width of its place. */
export function figureHtml(
  context: SectionContext,
  {
    chart,
    id,
    description,
    svg,
    index = 0,
  }: {
    readonly chart: string;
    readonly id: string;
    readonly description: string;
    readonly svg: { readonly outerHTML: string };
    /** Place among the charts of this kind. */
    readonly index?: number;
  },
): string {
  return `<figure data-chart="${chart}" data-scenario="${context.scenario}" data-index="${index}" role="img" aria-labelledby="${id}-${context.scenario}" aria-description="${escapeHtml(description)}">${context.drawing.markup(svg)}</figure>`;
}
