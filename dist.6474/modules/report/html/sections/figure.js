import { escapeHtml } from '../escape.js';
/** A chart that stands in the file and that the script draws again at the width of its place. */
export function figureHtml(context, { chart, id, description, svg, index = 0, }) {
    return `<figure data-chart="${chart}" data-scenario="${context.scenario}" data-index="${index}" role="img" aria-labelledby="${id}-${context.scenario}" aria-description="${escapeHtml(description)}">${context.drawing.markup(svg)}</figure>`;
}
/** Coloured squares with their meaning, above a chart that has no room for direct labels. */
export function keyHtml(items) {
    const spans = items.map(({ color, text }) => `<span><svg width="22" height="10" viewBox="0 0 22 10" aria-hidden="true"><rect width="22" height="10" fill="${color}"/></svg>${escapeHtml(text)}</span>`);
    return `<div class="legend">${spans.join('')}</div>`;
}
