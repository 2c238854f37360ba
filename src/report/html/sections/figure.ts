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
  }: { chart: string; id: string; description: string; svg: { readonly outerHTML: string } },
): string {
  return `<figure data-chart="${chart}" data-scenario="${context.scenario}" role="img" aria-labelledby="${id}-${context.scenario}" aria-description="${escapeHtml(description)}">${context.drawing.markup(svg)}</figure>`;
}
