import { escapeHtml } from '../escape.js';

/** Coloured squares with their meaning, above a chart that has no room for direct labels. */
export function keyHtml(items: readonly { readonly color: string; readonly text: string }[]): string {
  const spans = items.map(
    ({ color, text }) =>
      `<span><svg width="22" height="10" viewBox="0 0 22 10" aria-hidden="true"><rect width="22" height="10" fill="${color}"/></svg>${escapeHtml(text)}</span>`,
  );
  return `<div class="legend">${spans.join('')}</div>`;
}
